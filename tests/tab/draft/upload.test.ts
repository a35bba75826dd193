import { beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { host, json, line, tokenUntil, type Asked } from '../frame/host.ts';
import { wordsOf } from '../frame/show.tsx';

const { upload } = await import('../../../tab/src/draft/upload.ts');
const { bearer } = await import('../../../tab/src/frame/token.ts');

const partSize = 4;
const waits = [0.01, 0.01, 0.01];
const about = { revisionId: 'r' };
const bytes = randomBytes(14);
const hashOf = (of: Buffer): string => createHash('sha256').update(of).digest('hex');
let files = 0;
/** Another file each time: what was begun is remembered by name, size and time. */
const chosen = (): File => new File([bytes], `Bilag ${(files += 1)}.pdf`, { lastModified: 1 });

/** A server that keeps what it is sent; `down` says when it cannot. */
function server(down: (asked: Asked, count: number) => 'unavailable' | 'line' | null = () => null) {
  const had = new Map<number, Buffer>();
  const counts = { begun: 0, sent: [] as number[] };
  const fileOf = new Map<string, string>();
  let count = 0;
  line((asked) => {
    const trouble = down(asked, (count += 1));
    if (trouble === 'line') throw new TypeError('fetch failed');
    if (trouble)
      return json(503, { ok: false, refusal: { code: 'unavailable', message: { da: 'Nej', en: 'No' } } });
    const { path, body, headers } = asked;
    const input = body as { number: number; bytes: string };
    if (path.endsWith('/parts'))
      return { parts: [...had].map(([number, part]) => ({ number, hash: hashOf(part) })) };
    const key = headers.get('idempotency-key')!;
    if (path.endsWith('beginFile')) {
      counts.begun += fileOf.has(key) ? 0 : 1;
      fileOf.set(key, fileOf.get(key) ?? `file ${counts.begun}`);
      return { ok: true, result: { fileId: fileOf.get(key), partSize } };
    }
    if (path.endsWith('addFilePart')) {
      counts.sent.push(input.number);
      had.set(input.number, Buffer.from(input.bytes, 'base64'));
    }
    return { ok: true, result: {} };
  });
  const whole = () => Buffer.concat([...had].sort(([a], [b]) => a - b).map(([, part]) => part));
  return { had, counts, whole };
}
function watching() {
  const seen = { sent: [] as number[], away: 0 };
  const watch = {
    sent: (so: number) => void seen.sent.push(so),
    waiting: (away: boolean) => void (seen.away += away ? 1 : 0),
  };
  return { seen, watch };
}
const isPart = ({ path }: Asked): boolean => path.endsWith('addFilePart');

beforeEach(async () => {
  await wordsOf('da');
  host.token = async () => tokenUntil(Date.now() + 3_600_000);
  await bearer(true);
});

describe('a file that is sent', () => {
  test('comes in whole, part by part, and says how far it is', async () => {
    const { counts, whole } = server();
    const { seen, watch } = watching();
    expect(await upload(chosen(), about, watch, waits)).toEqual({ refusal: null });
    expect(whole()).toEqual(bytes);
    expect({ counts, seen }).toEqual({
      counts: { begun: 1, sent: [0, 1, 2, 3] },
      seen: { sent: [4, 8, 12, 14], away: 0 },
    });
  });

  test.each(['unavailable', 'line'] as const)(
    'goes on by itself after a server or a line that was away (%s), and sends nothing twice that was taken',
    async (trouble) => {
      const { counts, whole } = server((asked, count) =>
        isPart(asked) && count > 3 && count < 7 ? trouble : null,
      );
      const { seen, watch } = watching();
      expect(await upload(chosen(), about, watch, waits)).toEqual({ refusal: null });
      expect(whole()).toEqual(bytes);
      expect(counts).toEqual({ begun: 1, sent: [0, 1, 2, 3] });
      expect(seen.away).toBeGreaterThan(0);
    },
  );

  test('is told of when it stays away, and the next press goes on where it stopped', async () => {
    let away = true;
    const { counts, whole } = server((asked) =>
      away && isPart(asked) && (asked.body as { number: number }).number === 2 ? 'unavailable' : null,
    );
    const file = chosen();
    const { watch } = watching();
    expect((await upload(file, about, watch, waits)).refusal?.code).toBe('unavailable');
    expect(counts.sent).toEqual([0, 1]);
    away = false;
    expect(await upload(file, about, watch, waits)).toEqual({ refusal: null });
    expect(counts).toEqual({ begun: 1, sent: [0, 1, 2, 3] });
    expect(whole()).toEqual(bytes);
  });

  test('has a part sent again that the server has otherwise', async () => {
    let away = true;
    const { had, counts, whole } = server((asked) =>
      away && isPart(asked) && (asked.body as { number: number }).number === 3 ? 'line' : null,
    );
    const file = chosen();
    const { watch } = watching();
    await upload(file, about, watch, waits);
    had.set(1, Buffer.from('xxxx'));
    away = false;
    expect(await upload(file, about, watch, waits)).toEqual({ refusal: null });
    expect(counts.sent).toEqual([0, 1, 2, 1, 3]);
    expect(whole()).toEqual(bytes);
  });

  test('begins anew when it was refused for what it is', async () => {
    const { counts } = server();
    const file = chosen();
    const { watch } = watching();
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) =>
      String(input).endsWith('finishFile')
        ? json(415, { ok: false, refusal: { code: 'fileProgram', message: { da: 'Nej', en: 'No' } } })
        : fetch(input, init);
    expect((await upload(file, about, watch, waits)).refusal?.code).toBe('fileProgram');
    globalThis.fetch = fetch;
    await upload(file, about, watch, waits);
    expect(counts.begun).toBe(2);
  });
});
