import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { disposition } from '../../../bot/web/frame/attachment.ts';
import { revision } from '../../support/cases.ts';
import { readTree, root } from '../../support/check/tree.ts';
import { docx } from '../../support/documents.ts';
import { member, secretariat, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let reader: Someone;
beforeAll(async () => {
  by = secretariat(house);
  reader = (await member(house)).representative;
});

async function kept(name: string, bytes: Buffer): Promise<string> {
  const { revisionId } = await revision(house);
  const { fileId } = await by.do('beginFile', { revisionId, name, size: bytes.length });
  await by.do('addFilePart', { fileId, number: 0, bytes: bytes.toString('base64') });
  await by.do('finishFile', { fileId });
  return fileId;
}
const headersOf = async (path: string, who?: Someone): Promise<Headers> => {
  const headers: Record<string, string> = who ? { authorization: `Bearer ${await who.token()}` } : {};
  const answer = await fetch(`${house.app.url}${path}`, { headers });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
  return answer.headers;
};
function isKept(headers: Headers, type: string): void {
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-type')).toBe(type);
  const policy = headers.get('content-security-policy')!.split('; ');
  expect(policy).toContain('sandbox');
  expect(policy).toContain("default-src 'none'");
}

describe('a file is given out to be kept, and never shown as a page of the app', () => {
  test('one of a case, as the kind that it was found to be', async () => {
    const fileId = await kept('Bilag (æ).docx', docx());
    const headers = await headersOf(`/api/files/${fileId}`, reader);
    isKept(headers, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''Bilag%20%28%C3%A6%29.docx`);
  });

  test('one that was there before kinds were listed, as bytes', async () => {
    const fileId = await kept('Side.txt', Buffer.from('tekst'));
    await house.sql(`update file set name = 'side.html' where id = $1`, [fileId]);
    isKept(await headersOf(`/api/files/${fileId}`, reader), 'application/octet-stream');
  });

  test('the calendar that somebody follows', async () => {
    const { address } = await reader.view('calendar');
    isKept(await headersOf(new URL(address, house.app.url).pathname), 'text/calendar; charset=utf-8');
  });

  test.each([
    ['a"b\\c.pdf', `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%5Cc.pdf`],
    [
      'Blåt\r\nx: y.pdf',
      `attachment; filename="Bl_t__x_ y.pdf"; filename*=UTF-8''Bl%C3%A5t%0D%0Ax%3A%20y.pdf`,
    ],
    [`d'e*f.txt`, `attachment; filename="d_e_f.txt"; filename*=UTF-8''d%27e%2Af.txt`],
  ])('under a name that can break nothing: %j', (name, said) => expect(disposition(name)).toBe(said));

  test('by one door alone: nothing else in bot/web says how a file is kept', async () => {
    const files = [...(await readTree()).keys()].filter((path) => /^bot\/web\/.*\.ts$/.test(path));
    const saying = await Promise.all(
      files.map(async (path) =>
        (await readFile(join(root, path), 'utf8')).includes('content-disposition') ? path : '',
      ),
    );
    expect(saying.filter(Boolean)).toEqual(['bot/web/frame/attachment.ts']);
  });
});
