import { describe, expect, test } from '@jest/globals';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import { docm, docx, mail, mailOf, mailWith, pdf, zip } from '../../support/documents.ts';

const said = async (name: string, bytes: Buffer): Promise<string> => {
  const refusal = await inspectContent(asReceived(name, bytes));
  return refusal ? refusal.refused : 'let in';
};
const inLines = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
/** Both are refused where a mail is read to its ground. */
const packed = inLines(zip({ 'start.js': 'x' }));
const macros = inLines(docm());
const typed = 'Content-Type: application/octet-stream; name=bilag.zip';
const base64 = 'Content-Transfer-Encoding: base64';
/** A mail with one part behind a mark, whatever its head says of marks. */
const partedBy = (type: string, mark: string, content = packed): Buffer =>
  Buffer.from(
    [
      'From: a@b.dk',
      'Subject: Svar',
      'MIME-Version: 1.0',
      type,
      '',
      `--${mark}`,
      typed,
      base64,
      '',
      content,
      `--${mark}--`,
      '',
    ].join('\r\n'),
  );
const mixed = (rest: string): string => `Content-Type: multipart/mixed; ${rest}`;
const again = (bytes: Buffer, more: string): Buffer => Buffer.concat([bytes, Buffer.from(more)]);
const replaced = (bytes: Buffer, what: string, by: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(what, by), 'latin1');
const withZip = mailOf(`${typed}\r\n${base64}`, packed);
const late = ['--x', typed, base64, '', packed, '--x--', ''].join('\r\n');

describe('a mail that programs read in two ways is not let in', () => {
  test.each<[string, Buffer]>([
    ['two marks, the last of which counts', partedBy(mixed('boundary=x; boundary=y'), 'y')],
    ['two marks, with macros behind them', partedBy(mixed('boundary=x; boundary=y'), 'y', macros)],
    ['a mark with a remark', partedBy(mixed('boundary=y(remark)'), 'y(remark)')],
    ['the same, and the mark without it', partedBy(mixed('boundary=y(remark)'), 'y')],
    ['an empty mark and another', partedBy(mixed('boundary=""; boundary=y'), 'y')],
    ['a mark with a blank and no quotes', partedBy(mixed('boundary=a b'), 'a')],
    ['a mark that is quoted in part', partedBy(mixed('boundary="y"x'), 'y')],
    ['a mark in pieces', partedBy(mixed('boundary*0=a; boundary*1=b'), 'a')],
    ['no mark', partedBy('Content-Type: multipart/mixed', 'y')],
    ['a mark that is nowhere', partedBy(mixed('boundary=x'), 'y')],
    ['a kind in quotes', partedBy('Content-Type: "multipart/mixed"; boundary=y', 'y')],
    ['two kinds, the last with parts', partedBy(`Content-Type: text/plain\r\n${mixed('boundary=y')}`, 'y')],
    ['two kinds, the first with parts', partedBy(`${mixed('boundary=y')}\r\nContent-Type: text/plain`, 'y')],
    ['two ways of writing', mailOf(`${typed}\r\nContent-Transfer-Encoding: 7bit\r\n${base64}`, packed)],
    ['the same with macros', mailOf(`${typed}\r\nContent-Transfer-Encoding: 7bit\r\n${base64}`, macros)],
    ['a head with a line that is none', mailOf(`${typed}\r\nHej\r\n${base64}`, packed)],
    ['a head with an empty line of blanks', mailOf(`${typed}\r\n${base64}\r\n \r\n${packed}`, '')],
    ['lines that end in a return alone', replaced(withZip, '\r\n', '\r')],
    ['one line of it that does', replaced(withZip, 'Hej\r\n--x', 'Hej\r--x')],
    ['a part behind the end', again(mailOf('Content-Type: text/plain', 'Hej'), late)],
    ['the end before the first part', replaced(withZip, '\r\n\r\n--x\r\n', '\r\n\r\n--x--\r\n--x\r\n')],
  ])('%s', async (_, bytes) => {
    expect(await said('Svar.eml', bytes)).toMatch(/^file(Opaque|Hides)$/);
    expect(await said('Bilag.zip', zip({ 'svar.eml': bytes }))).toMatch(/^file(Opaque|Hides)$/);
  });
});

describe('a mail that everybody reads alike is let in', () => {
  const note = inLines(docx());
  test.each<[string, Buffer]>([
    ['a mark in quotes', partedBy(mixed('boundary="----=_Part 1:2?"'), '----=_Part 1:2?', note)],
    ['a mark without', partedBy(mixed('boundary=----=_Part_1.2'), '----=_Part_1.2', note)],
    ['a mark on a line of its own', partedBy(mixed('\r\n\tboundary="y";\r\n\tcharset=utf-8'), 'y', note)],
    ['lines of Unix', replaced(mailWith('a.docx', docx()), '\r\n', '\n')],
    ['the same kind twice', mailOf('Content-Type: text/plain\r\nContent-Type: text/plain', 'Hej')],
    ['a footer behind the end', again(mailWith('a.pdf', pdf()), 'Sendt fra en liste\r\n-- \r\nListen\r\n')],
    [
      'a mail twice in a mail',
      mailOf(
        'Content-Type: message/rfc822\r\nContent-Disposition: inline',
        mail().toString(),
        ['Hej', '--x', 'Content-Type: message/rfc822', 'Content-Disposition: inline', '']
          .concat(mail().toString().replaceAll('=x', '=y').replaceAll('--x', '--y'))
          .join('\r\n'),
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect(await said('Svar.eml', bytes)).toBe('let in');
  });

  test('so is a text that only begins like one', async () => {
    const text = 'To: alle\nDate: 1. maj\nDagsorden for mødet\n\nVelkommen';
    expect(await said('Notat.txt', Buffer.from(text))).toBe('let in');
  });
});
