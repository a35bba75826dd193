import { beforeAll, describe, expect, test } from '@jest/globals';
import { isWhole, secretariat } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let token: string;
beforeAll(async () => {
  token = await secretariat(house).token();
  // The first time a person of the secretariat comes, their name is noted.
  await secretariat(house).view('me');
});

const input = { title: 'Rengøring', track: 'revise', year: 2027 };
const good = JSON.stringify(input);
type Body = string | Buffer | ReadableStream<Uint8Array>;

async function post(body: Body, headers: Record<string, string> = {}, path = '/api/acts/startRevision') {
  const answer = await fetch(`${house.app.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: body as never,
    duplex: 'half',
  } as RequestInit);
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : null };
}
const type = (name: string): Record<string, string> => ({ 'content-type': name });
const large = 600 * 1024;

/** In pieces, with no word of how much is coming. */
const inPieces = (bytes: number): ReadableStream<Uint8Array> => {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(Math.min(left, 16_384)).fill(0x20));
      left -= 16_384;
      if (left <= 0) controller.close();
    },
  });
};

describe('a body that is not what an act takes is refused, whole, and changes nothing', () => {
  const wrong: [what: string, status: number, body: () => Body, headers: Record<string, string>][] = [
    ['JSON that is called plain text', 415, () => good, type('text/plain')],
    ['a form', 415, () => 'title=X&track=revise&year=2027', type('application/x-www-form-urlencoded')],
    ['bytes of no kind', 415, () => good, type('application/octet-stream')],
    ['a table', 415, () => 'title,track,year\nX,revise,2027', type('text/csv')],
    ['half a letter', 400, () => Buffer.from([0x7b, 0x22, 0xc3, 0x22]), type('application/json')],
    ['JSON of which the end is missing', 400, () => good.slice(0, -1), type('application/json')],
    ['two bodies in one', 400, () => good + good, type('application/json')],
    ['a comment in it', 400, () => `/* */${good}`, type('application/json')],
    [
      'packed in a way we do not open',
      415,
      () => good,
      { ...type('application/json'), 'content-encoding': 'br' },
    ],
    ['too much in pieces', 413, () => inPieces(large), type('application/json')],
  ];
  test.each(wrong)('%s (%i)', async (_, status, body, headers) => {
    const before = await fingerprint(house);
    const answer = await post(body(), headers);
    expect(answer.status).toBe(status);
    expect(answer.body.ok).toBe(false);
    expect(isWhole(answer.body.refusal)).toBe(true);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('and the next request on the same connection is taken as it is', async () => {
    await post('x'.repeat(large), type('application/json'));
    await post(good.slice(0, -1), type('application/json'));
    expect((await post(good, type('application/json'))).status).toBe(200);
  });
});

describe('a body that is what an act takes is taken', () => {
  const right: [what: string, body: () => Body, headers: Record<string, string>][] = [
    ['with its letters named', () => good, type('application/json; charset=utf-8')],
    ['in capitals', () => good, type('Application/JSON')],
    ['with space around it', () => `\n ${good}\n`, type('application/json')],
  ];
  test.each(right)('%s', async (_, body, headers) => {
    const answer = await post(body(), headers);
    expect(answer).toMatchObject({ status: 200, body: { ok: true, result: { ref: expect.any(String) } } });
  });
});

describe('a key', () => {
  const once = async (key: string): Promise<string> => {
    const headers = { ...type('application/json'), 'idempotency-key': key };
    return (await post(good, headers)).body.result.revisionId;
  };

  const keys = [
    ['short', 'a'],
    ['very long', 'x'.repeat(4_000)],
    ['in quotes', '"quoted"'],
    ['like a query', "' or 1=1 --"],
    ['like a code', '%00'],
  ] as const;
  test.each(keys)('of any text is that text: %s', async (_, key) => {
    expect(await once(key)).toBe(await once(key));
    expect(await once(key)).not.toBe(await once(`${key}.`));
  });

  test('that is empty is none: each is a new act', async () => {
    expect(await once('')).not.toBe(await once(''));
  });

  test('is of one request: the same body with it gets the first answer, and another body is refused', async () => {
    const headers = { ...type('application/json'), 'idempotency-key': 'the same click' };
    const first = await post(good, headers);
    expect(
      await post(JSON.stringify(Object.fromEntries(Object.entries(input).toReversed())), headers),
    ).toEqual(first);
    const second = await post(JSON.stringify({ ...input, title: 'Noget andet' }), headers);
    expect(second).toMatchObject({ status: 409, body: { ok: false, refusal: { code: 'keyUsed' } } });
  });
});

test('what the bot is sent is no body of ours either, and is refused before it is read', async () => {
  for (const body of [good, 'x', '[]', 'null', '"word"']) {
    const answer = await fetch(`${house.app.url}/api/messages`, {
      method: 'POST',
      headers: type('application/json'),
      body,
    });
    expect([400, 401]).toContain(answer.status);
    expect(await answer.text()).not.toMatch(/result|stack/);
  }
});
