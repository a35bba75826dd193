import { describe, expect, test } from '@jest/globals';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import {
  bomb,
  docm,
  docx,
  draggedIn,
  exe,
  mail,
  mailOf,
  mailWith,
  odt,
  outlook,
  pdf,
  pptx,
  relation,
  xlsx,
  zip,
} from '../../support/documents.ts';

const said = async (name: string, bytes: Buffer): Promise<string> => {
  const refusal = await inspectContent(asReceived(name, bytes));
  return refusal ? [refusal.refused, ...Object.values(refusal.params ?? {})].join(' ') : 'let in';
};
const named = (disposition: string): Buffer => mailOf(`Content-Disposition: attachment; ${disposition}`);
const typed = (type: string, more = ''): Buffer => mailOf(`Content-Type: ${type}${more}`);
const rels = (type: string, target: string, mode?: string): Buffer =>
  docx('x', { 'word/_rels/settings.xml.rels': relation(type, target, mode) });
const field = (...pieces: string[]): Buffer =>
  docx('x', {
    'word/document.xml': pieces
      .map((one) => `<w:r><w:instrText xml:space="preserve">${one}</w:instrText></w:r>`)
      .join(''),
  });

describe('a name that Windows reads otherwise than it looks', () => {
  test.each([
    'start.js.',
    'start.js ',
    'start.js. . .',
    'start.js\t',
    'start.js::$DATA',
    'start.js\0.txt',
    'start.JS\u200b',
  ])('is found in a zip, a mail and a document: %j', async (name) => {
    expect(await said('Bilag.zip', zip({ [name]: 'x' }))).toMatch(/^file(Hides|Broken)/);
    expect(await said('Svar.msg', outlook({ [name]: 'x' }))).toMatch(/^fileHides/);
    expect(await said('Notat.docx', docx('x', { 'word/o.bin': draggedIn(name, pdf()) }))).toMatch(
      /^fileHides/,
    );
  });
});

describe('what a mail calls what is attached', () => {
  test.each<[string, string]>([
    ['in pieces', 'filename*0="faktura.p"; filename*1="df.js"'],
    ['in pieces and other letters', "filename*0*=utf-8''faktura.p; filename*1*=df%2Ej; filename*2=s"],
    ['in other letters', "filename*=utf-8''start%2Ejs"],
    ['as an encoded word', 'filename="=?utf-8?B?c3RhcnQuanM=?="'],
    ['as encoded words', 'filename="=?utf-8?Q?start?= =?utf-8?Q?=2Ejs?="'],
    ['folded', 'filename="start.\r\n js"'],
    ['folded before the name', '\r\n\tfilename=start.js'],
    ['with a dot behind', 'filename="start.js."'],
    ['with blanks behind', 'filename="start.js   "'],
    ['with a harmless name before', 'filename=a.txt\r\nContent-Type: text/plain; name="start.js"'],
    ['with another head behind', 'filename=a.txt\r\nContent-Disposition: attachment; filename=start.js'],
  ])('is found however it is written: %s', async (_, disposition) => {
    expect(await said('Svar.eml', named(disposition))).toMatch(/^fileHides .*js/);
    expect(await said('Bilag.zip', zip({ 'svar.eml': named(disposition) }))).toMatch(/^fileHides .*js/);
  });

  test.each<[string, Buffer, string]>([
    ['a program under a harmless name', mailWith('faktura.pdf', exe()), 'fileHides .exe'],
    ['macros', mailWith('notat.docx', docm()), 'fileHides notat.docx'],
    ['a script in a zip', mailWith('bilag.zip', zip({ 'start.js': 'x' })), 'fileHides start.js'],
    [
      'a script in a zip in a zip',
      mailWith('b.zip', zip({ 'c.zip': zip({ 'start.js': 'x' }) })),
      'fileHides start.js',
    ],
    ['a mail with a script', mailWith('svar.eml', mail('start.js')), 'fileHides .js'],
    ['a mail as Outlook keeps it', mailWith('svar.msg', outlook({ 'start.js': 'x' })), 'fileHides start.js'],
    [
      'a template from elsewhere',
      mailWith('a.docx', rels('attachedTemplate', 'https://x.example/t.dotm')),
      'fileLoads https://x.example/t.dotm',
    ],
    ['a bomb', mailWith('b.zip', bomb(450_000_000)), 'fileTooPacked'],
    [
      'a page',
      mailOf('Content-Type: text/html\r\nContent-Disposition: attachment', '<html><script>'),
      'fileHides ',
    ],
    ['a script without a name', typed('application/javascript'), 'fileHides application/javascript'],
    ['Outlook’s own envelope', typed('application/ms-tnef', '; name=winmail.dat'), 'fileOpaque winmail.dat'],
    [
      'an envelope that is signed shut',
      typed('application/pkcs7-mime', '; smime-type=signed-data; name=smime.p7m'),
      'fileOpaque smime.p7m',
    ],
    [
      'an envelope that is locked',
      typed('application/pkcs7-mime', '; smime-type=enveloped-data'),
      'fileEncrypted',
    ],
    ['a piece of a mail', typed('message/partial', '; id=a; number=1'), 'fileOpaque message/partial'],
    [
      'what is written in letters of its own',
      mailOf('Content-Type: application/pdf\r\nContent-Transfer-Encoding: x-uuencode'),
      'fileOpaque application/pdf',
    ],
    [
      'what is written out in the text',
      mailOf('Content-Type: text/plain', 'x', 'begin 644 start.dat\r\n#86)C\r\n`\r\nend'),
      'fileOpaque start.dat',
    ],
  ])('is looked into: %s', async (_, bytes, why) => {
    expect(await said('Svar.eml', bytes)).toBe(why);
    expect(await said('Bilag.zip', zip({ 'svar.eml': bytes }))).toBe(why);
  });

  test('a mail of a thousand parts, or with a head without an end, is not followed', async () => {
    const parts = Array.from({ length: 1_100 }, () => 'Content-Type: text/plain\r\n\r\nx\r\n--x').join(
      '\r\n',
    );
    expect(await said('Svar.eml', mailOf(parts))).toBe('fileTooPacked');
    expect(await said('Svar.eml', mailOf(`X-Lang: ${'x'.repeat(400_000)}`))).toBe('fileTooPacked');
  });

  test('what people send is let in: text and page as one mail, signed, answered, with documents and mails', async () => {
    const page = [
      'Content-Type: multipart/alternative; boundary=y',
      '',
      '--y',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><body>Hej</body></html>',
      '--y--',
    ];
    for (const one of [
      mailOf(page.join('\r\n'), ''),
      mailOf(
        'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64',
      ),
      mailWith('Høringssvar.docx', docx()),
      mailWith('Rapport.pdf', pdf('x'.repeat(200_000))),
      mailWith('bilag.zip', zip({ 'a.docx': docx() })),
      mailOf(
        `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="Svar.eml"`,
        mail().toString().replaceAll('=x', '=y').replaceAll('--x', '--y'),
      ),
      mailWith('svar.msg', outlook({ 'a.docx': docx() })),
    ])
      expect([await said('Svar.eml', one), await said('Bilag.zip', zip({ 'svar.eml': one }))]).toEqual([
        'let in',
        'let in',
      ]);
  });

  test('bytes that make no sense never break the look', async () => {
    const good = mailWith('a.docx', docx());
    for (let at = 0; at < good.length; at += 23) {
      const bytes = Buffer.from(good);
      bytes[at]! ^= 0x2b;
      expect(typeof (await said('Svar.eml', bytes))).toBe('string');
    }
  });
});

describe('what a document fetches or starts by itself', () => {
  const away = 'http://x.example/a';
  test.each<[string, Buffer]>([
    ['a template', rels('attachedTemplate', away)],
    ['a template, written in numbers', rels('attachedTemplate', '&#104;ttp://x.example/a')],
    ['a template on a server', rels('attachedTemplate', 'file:///\\\\server.example\\share\\t.dotm')],
    ['a template on a server, in slashes', rels('attachedTemplate', 'file://server.example/share/t.dotm')],
    ['an object', rels('oleObject', 'mhtml:http://x.example/a!x')],
    ['a page in a frame', rels('frame', away)],
    ['a part of the document', rels('subDocument', away)],
    ['a picture', rels('image', '\\\\server.example\\p.png')],
    [
      'in other letters',
      docx('x', { 'word/_rels/a.xml.rels': Buffer.from(`\ufeff${relation('frame', away)}`, 'utf16le') }),
    ],
    [
      'another workbook',
      xlsx({ 'xl/externalLinks/_rels/externalLink1.xml.rels': relation('externalLinkPath', away) }),
    ],
    [
      'another program',
      xlsx({
        'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
      }),
    ],
    ['data', xlsx({ 'xl/connections.xml': '<connection refreshOnLoad="1"/>' })],
    [
      'a film',
      zip({
        ...Object.fromEntries([
          ['[Content_Types].xml', 'presentationml.presentation.main+xml'],
          ['_rels/.rels', 'x'],
          ['ppt/x', 'x'],
        ]),
        'ppt/slides/_rels/slide1.xml.rels': relation('video', away),
      }),
    ],
    ['a field that starts a program', field(' DDEAUTO c:\\\\windows\\\\cmd.exe ')],
    ['a field in pieces', field(' DDE', 'AUTO cmd ')],
    [
      'a picture in a text',
      odt({ 'content.xml': `<draw:image xlink:href="${away}" xlink:actuate="onLoad"/>` }),
    ],
    ['a template of rich text', Buffer.from(`{\\rtf1{\\*\\template ${away}} Hej}`)],
  ])('%s, alone and in a zip', async (what, bytes) => {
    const ending =
      bytes.subarray(0, 5).toString() === '{\\rtf'
        ? 'rtf'
        : /film/.test(what)
          ? 'pptx'
          : /^(another|data)/.test(what)
            ? 'xlsx'
            : /in a text/.test(what)
              ? 'odt'
              : 'docx';
    expect(await said(`Fil.${ending}`, bytes)).toMatch(/^fileLoads ./);
    expect(await said('Bilag.zip', zip({ [`fil.${ending}`]: bytes }))).toMatch(/^fileLoads ./);
  });

  test.each<[string, Buffer]>([
    ['link.docx', rels('hyperlink', away)],
    ['own template.docx', rels('attachedTemplate', 'file:///C:\\Users\\x\\Brev.dotm')],
    ['template beside.docx', rels('attachedTemplate', 'Normal.dotm')],
    ['own picture.docx', rels('image', 'media/image1.png', 'Internal')],
    ['from a mail.docx', rels('image', 'cid:image001.png@01D8')],
    ['field.docx', field(' HYPERLINK "http://x.example/DDE/a" ')],
    [
      'picture.odt',
      odt({
        'content.xml': '<draw:image xlink:href="Pictures/a.png"/><text:a xlink:href="http://x.example"/>',
      }),
    ],
    ['other.xlsx', xlsx({ 'xl/externalLinks/_rels/e.xml.rels': relation('externalLinkPath', 'Ark2.xlsx') })],
    ['visning.pptx', pptx()],
    ['brev.rtf', Buffer.from('{\\rtf1{\\*\\template C:\\\\Users\\\\x\\\\Brev.dotm} Hej}')],
    ['brev2.rtf', Buffer.from('{\\rtf1{\\*\\template Normal.dotm} Hej}')],
  ])('what is pressed, near or part of it is let in: %s', async (name, bytes) => {
    expect(await said(name, bytes)).toBe('let in');
  });

  test('an object that rich text holds is refused, since nobody looks into it', async () => {
    const rtf = Buffer.from('{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}');
    expect(await said('Brev.rtf', rtf)).toBe('fileOpaque object');
    expect(await said('Svar.eml', mailWith('brev.rtf', rtf))).toBe('fileOpaque object');
  });
});
