import { describe, expect, test } from '@jest/globals';
import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { inspectContent } from '../../../bot/documents/draft/inspect.ts';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import { docx, exe, locked, mailWith, odt, outlook, pdf, xlsx, zip } from '../../support/documents.ts';

const said = async (name: string, bytes: Buffer): Promise<string> => {
  const refusal = await inspectContent(asReceived(name, bytes));
  return refusal ? [refusal.refused, ...Object.values(refusal.params ?? {})].join(' ') : 'let in';
};
const stored = (parts: Record<string, Buffer>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, [part, { level: 0 }]]))),
  );
const endOf = (bytes: Buffer): number => bytes.lastIndexOf('PK\x05\x06');
const listOf = (bytes: Buffer): number => bytes.readUInt32LE(endOf(bytes) + 16);
/** A zip whose list says that each file lies so much further on. */
function moved(whole: Buffer, by: number, itself = by): Buffer {
  const bytes = Buffer.from(whole);
  let at = listOf(bytes);
  for (let left = bytes.readUInt16LE(endOf(bytes) + 10); left > 0; left -= 1) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + by, at + 42);
    at += 46 + [28, 30, 32].reduce((sum, where) => sum + bytes.readUInt16LE(at + where), 0);
  }
  bytes.writeUInt32LE(listOf(bytes) + itself, endOf(bytes) + 16);
  return bytes;
}
const after = (front: Buffer, whole: Buffer): Buffer => Buffer.concat([front, moved(whole, front.length)]);
/** Something that the list does not name, right before the list. */
const between = (whole: Buffer, more: Buffer): Buffer => {
  const further = moved(whole, 0, more.length);
  return Buffer.concat([whole.subarray(0, listOf(whole)), more, further.subarray(listOf(whole))]);
};
const evil = stored({ 'faktura.pdf.exe': exe() });
const clean = stored({ 'notat.pdf': pdf() });
const noEntries = (): Buffer => {
  const bytes = Buffer.from(evil);
  for (const at of [8, 10, 12, 14]) bytes.writeUInt16LE(0, endOf(bytes) + at);
  return bytes;
};
const emptyEnd = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
const otherName = (): Buffer => {
  const bytes = stored({ 'faktura.pdf': pdf() });
  bytes.write('faktura.exe', 30, 'latin1');
  return bytes;
};
/** A file whose bytes go on behind their packed end, with another file. */
const behindTheEnd = (): Buffer => {
  const whole = zip({ 'a.txt': 'hej hej hej hej' });
  const more = evil.subarray(0, listOf(evil));
  const bytes = between(whole, more);
  const size = whole.readUInt32LE(18) + more.length;
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt32LE(size, listOf(bytes) + 20);
  return bytes;
};
const commented = (whole: Buffer, comment: Buffer): Buffer => {
  const bytes = Buffer.concat([whole, comment]);
  bytes.writeUInt16LE(comment.length, endOf(whole) + 20);
  return bytes;
};
/** The name in a field of its own, before the bytes of the file alone. */
const namedBeside = (name: string): Buffer => {
  const field = Buffer.concat([
    Buffer.from([0x75, 0x70, 5 + name.length, 0, 1, 0, 0, 0, 0]),
    Buffer.from(name),
  ]);
  const whole = stored({ 'a.pdf': pdf() });
  const bytes = moved(whole, 0, field.length);
  bytes.writeUInt16LE(field.length, 28);
  return Buffer.concat([bytes.subarray(0, 35), field, bytes.subarray(35)]);
};

describe('a zip that says one thing to us and another to whoever opens it is not let in', () => {
  test.each<[string, Buffer, string]>([
    ['another zip before it', after(evil, clean), 'fileOpaque .zip'],
    ['a list of nothing', noEntries(), 'fileOpaque .zip'],
    ['a second end that says there is nothing', Buffer.concat([evil, emptyEnd]), 'fileOpaque .zip'],
    ['a second end in the comment of the first', commented(evil, emptyEnd), 'fileOpaque .zip'],
    ['a file that is not listed', between(clean, evil.subarray(0, listOf(evil))), 'fileOpaque .zip'],
    ['a file that is called otherwise where it lies', otherName(), 'fileOpaque .zip'],
    ['a file behind the packed end of another', behindTheEnd(), 'fileOpaque .zip'],
    ['a zip in its comment', commented(clean, evil.subarray(0, listOf(evil))), 'fileOpaque .zip'],
    ['another name in a field beside', namedBeside('start.js'), 'fileHides a.pdf'],
  ])('%s', async (_, bytes, why) => {
    expect(await said('Bilag.zip', bytes)).toBe(why);
    expect(await said('Svar.eml', mailWith('bilag.zip', bytes))).toBe(why);
    expect(await said('Svar.msg', outlook({ 'bilag.zip': bytes }))).toBe(why);
    expect(await said('Ydre.zip', zip({ 'indre.zip': bytes }))).toBe(why);
  });

  test('nor is a document that is packed so', async () => {
    const script = stored({ 'start.js': Buffer.from('x') });
    for (const [name, bytes] of [
      ['Notat.docx', docx()],
      ['Ark.xlsx', xlsx()],
      ['Notat.odt', odt()],
    ] as const) {
      const ending = name.split('.')[1];
      expect(await said(name, after(script, bytes))).toBe(`fileOpaque .${ending}`);
      expect(await said(name, between(bytes, script))).toBe(`fileOpaque .${ending}`);
      expect(await said('Svar.eml', mailWith(name, after(script, bytes)))).toBe(`fileOpaque .${ending}`);
    }
  });

  test('nor is one that begins as something else, though it is called a zip', async () => {
    const bytes = after(Buffer.from('GIF89a'), evil);
    expect(await said('Ydre.zip', zip({ 'indre.zip': bytes }))).toBe('fileOpaque .zip');
    expect(await said('Svar.eml', mailWith('indre.zip', bytes))).toBe('fileOpaque .zip');
  });
});

/** As programs write that cannot go back to what they have written. */
function flowing(parts: Record<string, Buffer>): Buffer {
  const out: Uint8Array[] = [];
  const whole = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  for (const [name, part] of Object.entries(parts)) {
    const file = name.endsWith('.png') ? new ZipPassThrough(name) : new ZipDeflate(name);
    whole.add(file);
    file.push(part.subarray(0, 3));
    file.push(part.subarray(3), true);
  }
  whole.end();
  return Buffer.concat(out);
}

describe('what honest programs write is let in', () => {
  test('sizes behind what they are of, folders, comments, nothing at all, and padding', async () => {
    const parts = {
      'a/': Buffer.alloc(0),
      'a/æøå.pdf': pdf(),
      'tom.txt': Buffer.alloc(0),
      'b.png': exe().fill(9),
    };
    const padded = zipSync({ 'a.pdf': [pdf(), { extra: { 0xa220: new Uint8Array(500) } }] });
    for (const bytes of [
      flowing(parts),
      commented(stored(parts), Buffer.from('Bilag til høringen')),
      Buffer.from(zipSync({ 'a/b.txt': strToU8('x'), 'c.pdf': pdf() })),
      Buffer.from(padded),
      emptyEnd,
    ])
      expect([await said('Bilag.zip', bytes), await said('Svar.eml', mailWith('b.zip', bytes))]).toEqual([
        'let in',
        'let in',
      ]);
  });

  test.each(['short', 'long'])('a sum and sizes without their mark, and numbers that are %s', async (how) => {
    const whole = zip({ 'a.txt': 'hej hej' });
    const behind = Buffer.alloc(how === 'short' ? 12 : 20);
    behind.writeUInt32LE(whole.readUInt32LE(14), 0);
    behind.writeUInt32LE(whole.readUInt32LE(18), 4);
    behind.writeUInt32LE(whole.readUInt32LE(22), how === 'short' ? 8 : 12);
    expect(await said('Bilag.zip', between(whole, behind))).toBe('let in');
    behind.writeUInt32LE(7, 0);
    expect(await said('Bilag.zip', between(whole, behind))).toBe('fileOpaque .zip');
  });

  test('what is locked is still called that', async () => {
    expect(await said('Bilag.zip', after(evil, locked()))).toBe('fileEncrypted');
  });
});
