import { beforeAll, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { spawnApp, type Running } from '../../support/process.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let app: Running;
/** In a process of its own: what stops it stops nobody else, and every test after it would see that. */
beforeAll(async () => {
  app = await spawnApp({ ...house.env, LOG_LEVEL: 'silent' });
  house.onClose(() => app.stop());
}, 60_000);

const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
const post = (
  body: string | Buffer | FormData,
  headers: Record<string, string> = {},
): Promise<number | string> =>
  fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers,
    body: body as never,
    signal: AbortSignal.timeout(20_000),
  }).then(
    (answer) => answer.status,
    (error: Error) => error.name,
  );
const lives = (): Promise<boolean> =>
  fetch(`${app.url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );

test('a body that only says that it is packed is refused, and the app lives on', async () => {
  expect(await post('{}', packed)).toBe(415);
  expect(await lives()).toBe(true);
});
test('a packed body is not opened, however small it looks', async () => {
  expect(await post(gzipSync(Buffer.alloc(50_000_000, 0x20)), packed)).toBe(415);
});
test('a file that nobody asked for is not kept', async () => {
  const uploads = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('upload_'));
  const before = await uploads();
  const form = new FormData();
  form.set('file', new Blob(['x'.repeat(1_000)]), 'a.txt');
  expect(await post(form)).toBe(415);
  expect(await uploads()).toEqual(before);
});
