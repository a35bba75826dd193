import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { host, json, line, tokenUntil, type Reply } from './host.ts';
import { wordsOf } from './show.tsx';

const { act, mayI, view } = await import('../../../tab/src/api.ts');
const { undecided, Refused } = await import('../../../tab/src/frame/refused.ts');
const { bearer } = await import('../../../tab/src/frame/token.ts');

const down = (): never => {
  throw new TypeError('fetch failed');
};
const refusal = { code: 'gateNotMet', message: { da: 'Der mangler noget.', en: 'Something is missing.' } };
/** One after the other, the last for ever. */
const inTurn = (...replies: Reply[]): Reply => {
  let at = 0;
  return (asked) => replies[Math.min(at++, replies.length - 1)]!(asked);
};
const failure = async (work: Promise<unknown>): Promise<InstanceType<typeof Refused>> =>
  work.then(
    () => Promise.reject(new Error('it was answered')),
    (error: unknown) => (error instanceof Refused ? error : Promise.reject(error as Error)),
  );

beforeEach(async () => {
  await wordsOf('da');
  host.token = async () => tokenUntil(Date.now() + 3_600_000);
  await bearer(true);
});
afterEach(() => void jest.useRealTimers());

describe('every question', () => {
  test('carries who asks, and leaves out what was not chosen', async () => {
    const asked = line(() => ({ items: [] }));
    await view('comments', {
      hearingId: 'h 1&',
      clause: '',
      theme: undefined,
      unanswered: undefined,
      limit: 200,
    });
    expect(asked).toMatchObject([
      { method: 'GET', path: '/api/views/comments', query: { hearingId: 'h 1&', limit: '200' } },
    ]);
    expect(asked[0]!.query).not.toHaveProperty('clause');
    expect(asked[0]!.headers.get('authorization')).toBe(`Bearer ${await bearer()}`);
  });

  test('about a button goes to the act’s own guard', async () => {
    const asked = line(() => ({ act: 'openVote', ok: true, refusal: null, unmet: [] }));
    expect((await mayI('openVote', { revisionId: 'r' })).ok).toBe(true);
    expect(asked[0]).toMatchObject({ path: '/api/acts/openVote/allowed', query: { revisionId: 'r' } });
  });

  test('that was refused gives the server’s own words', async () => {
    line(() => json(403, { refusal }));
    const { refusal: told, status } = await failure(view('me', {}));
    expect({ told, status }).toEqual({ told: refusal, status: 403 });
  });

  test('that something else than our server answered says so, with its number', async () => {
    line(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const { refusal: told } = await failure(view('me', {}));
    expect(told.code).toBe('http502');
    expect(told.message.da).toContain('502');
  });

  test('that nobody answered says that the line is down', async () => {
    line(down);
    const { refusal: told, status } = await failure(view('me', {}));
    expect([told.code, status]).toEqual(['offline', 0]);
    expect(told.message.da).toContain('Serveren svarede ikke.');
  });
});

describe('who asks', () => {
  test('is asked of Teams once for many questions at a time, and again when it is about to expire', async () => {
    host.token = async () => tokenUntil(Date.now() + 60_000);
    await bearer(true);
    host.asked = 0;
    await Promise.all([bearer(), bearer(), bearer()]);
    expect(host.asked).toBe(1);
    host.token = async () => tokenUntil(Date.now() + 3_600_000);
    await bearer();
    await bearer();
    expect(host.asked).toBe(2);
  });

  test('a token that the server no longer takes is renewed once, and the question asked again', async () => {
    const asked = line(
      inTurn(
        () => json(401, {}),
        () => ({ now: 'now' }),
      ),
    );
    host.token = async () => tokenUntil(Date.now() + 3_600_000, 'fresh');
    await view('me', {});
    const [first, second] = asked.map(({ headers }) => headers.get('authorization'));
    expect(asked).toHaveLength(2);
    expect(second).not.toBe(first);
  });

  test('one that is refused again is told, not asked for ever', async () => {
    const asked = line(() => json(401, { refusal: { code: 'notSignedIn', message: refusal.message } }));
    expect((await failure(view('me', {}))).status).toBe(401);
    expect(asked).toHaveLength(2);
  });

  test('when Teams does not vouch for the reader, it says that, and not that the line is down', async () => {
    host.token = () => Promise.reject(new Error('resourceRequiresConsent'));
    line(() => json(401, {}));
    const { refusal: told } = await failure(view('me', {}));
    expect(told.code).toBe('signIn');
    expect(told.message.da).toContain('logge dig ind');
  });

  test('a token that cannot be read is used, and asked for anew each time', async () => {
    host.token = async () => 'no.token';
    host.asked = 0;
    expect([await bearer(true), await bearer()]).toEqual(['no.token', 'no.token']);
    expect(host.asked).toBe(2);
  });
});

describe('a press', () => {
  const press = (): ReturnType<typeof act> => act('castBallot', { voteId: 'v', choice: 'for' }, 'key-1');
  const soon = async (work: ReturnType<typeof act>): ReturnType<typeof act> => {
    await jest.advanceTimersByTimeAsync(1_000);
    return work;
  };

  test('sends what was filled in, under a key of its own', async () => {
    const asked = line(() => ({ ok: true, result: { voteId: 'v' } }));
    expect(await press()).toEqual({ ok: true, result: { voteId: 'v' } });
    expect(asked).toMatchObject([
      { method: 'POST', path: '/api/acts/castBallot', body: { voteId: 'v', choice: 'for' } },
    ]);
    expect(asked[0]!.headers.get('idempotency-key')).toBe('key-1');
  });

  test('that is refused is answered at once, with what is missing', async () => {
    const unmet = [{ code: 'notInSession', message: refusal.message, passable: false }];
    const asked = line(() => json(409, { ok: false, refusal: { ...refusal, unmet } }));
    expect(await press()).toEqual({ ok: false, refusal: { ...refusal, unmet } });
    expect(asked).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['whose line went down', down],
    ['that a server on its way up did not take', () => new Response('', { status: 503 })],
  ])('%s is tried once more under the same key', async (_, first) => {
    jest.useFakeTimers();
    const asked = line(inTurn(first, () => ({ ok: true, result: {} })));
    expect(await soon(press())).toEqual({ ok: true, result: {} });
    expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
  });

  test.each<[string, Reply, string]>([
    ['the line stays down', down, 'offline'],
    ['the server stays down', () => new Response('', { status: 503 }), 'http503'],
  ])('when %s, nobody knows whether it was done, and it says so', async (_, reply, code) => {
    jest.useFakeTimers();
    const asked = line(reply);
    const answer = await soon(press());
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect(!answer.ok && undecided(answer.refusal)).toBe(true);
    expect(asked).toHaveLength(2);
  });

  test('that our own rules refuse is decided', () => expect(undecided(refusal)).toBe(false));
});
