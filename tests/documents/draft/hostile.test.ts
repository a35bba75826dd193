import { describe, expect, test } from '@jest/globals';
import { inspectAside } from '../../../bot/documents/draft/aside.ts';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import { largestFile } from '../../../bot/process/draft/file.ts';
import { docx, mailWith, xlsx, zip } from '../../support/documents.ts';

const many = (unit: string, bytes: number): string => unit.repeat(Math.ceil(bytes / unit.length));
/** A compound file as large as may be, whose list of tables or of names begins at a sector that leads to itself. */
function roundAndRound(place: 'tables' | 'names'): Buffer {
  const file = Buffer.alloc(largestFile);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  for (const at of [48, 60, 68]) file.writeUInt32LE(0xfffffffe, at);
  for (let at = 76; at < 512; at += 4) file.writeUInt32LE(0xfffffffe, at);
  if (place === 'tables') {
    file.writeUInt32LE(0, 68);
    for (let at = 512; at < 1_020; at += 4) file.writeUInt32LE(0xf0000000 + at, at);
    return file;
  }
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(1, 512 + 4);
  for (let at = 1_024; at < 1_536; at += 128) {
    file.write('__substg1.0_3707001F', at, 'utf16le');
    file.writeUInt16LE(42, at + 64);
    file[at + 66] = 2;
  }
  return file;
}

const comments = many('<!---->', 4_000);
const rtf = `{\\rtf1 {\\*\\template${many(' ', 300_000)}`;
const names = Object.fromEntries(
  Array.from({ length: 2_000 }, (_, index) => [`${index}${many('. ', 900)}x`, 'x']),
);
const part = (name: string, text: string): Buffer => docx('x', { [name]: text });

/** Each kind of file that is read, with what its reader might go over again and again. */
const hostile: [what: string, name: string, bytes: () => Buffer][] = [
  ['a text of nothing but comments', 'Notat.txt', () => Buffer.from(comments)],
  ['the same as a sheet', 'Ark.csv', () => Buffer.from(comments)],
  ['the same in a zip', 'Bilag.zip', () => zip({ 'a.txt': comments })],
  ['the same in a mail', 'Svar.eml', () => mailWith('a.txt', Buffer.from(comments))],
  ['declarations without an end', 'Notat.txt', () => Buffer.from(many('<!doctype ', 4_000))],
  ['rich text with blanks for a template', 'Notat.rtf', () => Buffer.from(rtf)],
  ['much of it in a zip', 'Bilag.zip', () => zip({ 'a.rtf': rtf + many(' ', 5_000_000) })],
  ['names of blanks and dots', 'Bilag.zip', () => zip(names)],
  ['a list of tables that goes round', 'Svar.doc', () => roundAndRound('tables')],
  ['a list of names that goes round', 'Svar.msg', () => roundAndRound('names')],
  [
    'relations without an end',
    'Notat.docx',
    () => part('word/_rels/a.xml.rels', many('<Relationship "', 2_000_000)),
  ],
  ['letters in other words', 'Notat.docx', () => part('word/document.xml', many('&#', 2_000_000))],
  ['a sheet of blanks', 'Ark.xlsx', () => xlsx({ 'xl/connections.xml': many('refreshOnLoad ', 2_000_000) })],
  [
    'a mail with a head of names',
    'Svar.eml',
    () => Buffer.from(`From: a@b.dk\r\nContent-Type: text/plain; ${many('name=', 200_000)}\r\n\r\nx`),
  ],
];

describe('no file keeps its reader busy', () => {
  test.each(hostile)('%s', async (_, name, bytes) => {
    const file = asReceived(name, bytes());
    const from = performance.now();
    await inspectContent(file);
    // Whoever goes over it again and again takes minutes; some seconds is a machine that others use.
    expect(performance.now() - from).toBeLessThan(15_000);
  });

  test('what goes round takes no memory', async () => {
    const file = asReceived('Svar.doc', roundAndRound('tables'));
    const before = process.memoryUsage().heapUsed;
    await inspectContent(file);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
  });
});

describe('a file is looked into aside, and the app goes on', () => {
  test('what is found is the same', async () => {
    for (const [name, text] of [
      ['Notat.txt', 'Bemærkning'],
      ['Notat.txt', '<html>'],
      ['Notat.pdf', 'ikke en pdf'],
    ] as const) {
      const file = asReceived(name, Buffer.from(text));
      expect(await inspectAside(file)).toEqual(await inspectContent(file));
    }
  });

  test('a large one is read to its end, in its order', async () => {
    const text = asReceived('Notat.txt', Buffer.from(many('Bemærkning ', 3_000_000)));
    expect(await inspectAside(text)).toBeNull();
    const late = Buffer.from(`{\\rtf1 ${many('Bilag ', 2_000_000)}{\\object\\objdata 01}}`);
    expect((await inspectAside(asReceived('Notat.rtf', late)))?.refused).toBe('fileOpaque');
  });

  test('one on which it does not end is refused as that', async () => {
    const never = { ...asReceived('Notat.txt', Buffer.from('x')), read: () => new Promise<Buffer>(() => {}) };
    expect((await inspectAside(never, 300))?.refused).toBe('fileOpaque');
  });

  test('that it could not be read is no fault of the file', async () => {
    const lost = {
      ...asReceived('Notat.txt', Buffer.from('x')),
      read: () => Promise.reject(new Error('gone')),
    };
    await expect(inspectAside(lost)).rejects.toThrow('gone');
  });
});
