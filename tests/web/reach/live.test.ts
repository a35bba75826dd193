import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, sendTo, type App } from '../../support/app.ts';
import { clauses, hearing, markPresent, meeting, revision, vote } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let second: App;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  second = await house.startAnother();
});

interface Watching {
  answer: Response;
  /** Everything heard so far, event by event. */
  events(): { event: string; data: any }[];
  stop(): Promise<void>;
  /** When the app ends the stream. */
  ended: Promise<unknown>;
}
async function watch(app: { url: string }, who: Pick<Someone, 'token'>): Promise<Watching> {
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${await who.token()}` };
  const answer = await fetch(`${app.url}/api/live`, { headers, signal: ending.signal });
  let text = '';
  const ended = (async () => {
    for await (const chunk of answer.body!) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  const events = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .map((block) => {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [block, 'unreadable', 'null'];
        return { event: event!, data: JSON.parse(data!) };
      });
  const stop = async (): Promise<void> => {
    ending.abort();
    await ended;
  };
  return { answer, events, stop, ended };
}
const named = (id: string) => (watching: Watching) => JSON.stringify(watching.events()).includes(id);
const hears = (watching: Watching, id: string): Promise<Watching> =>
  eventually(async () => watching, named(id), 4_000);

describe('a page that watches', () => {
  test('is answered at once with a stream that nothing on the way may keep or gather', async () => {
    const watching = await watch(house.app, one.staff);
    const header = (name: string) => watching.answer.headers.get(name);
    expect(watching.answer.status).toBe(200);
    expect(header('content-type')).toBe('text/event-stream');
    expect(header('cache-control')).toBe('no-store');
    expect(header('x-accel-buffering')).toBe('no');
    await eventually(
      async () => watching.events(),
      (seen) => seen.length > 0,
      1_000,
    );
    expect(watching.events()[0]).toEqual({ event: 'ping', data: {} });
    await watching.stop();
  });

  test('hears of a case and of a meeting, at either app, whichever app it happened at', async () => {
    const all = await Promise.all([house.app, second].map((app) => watch(app, one.staff)));
    const { hearingId, revisionId } = await hearing(house);
    const { meetingId } = await meeting(house);
    for (const watching of all) for (const id of [revisionId, meetingId]) await hears(watching, id);
    const remark = { hearingId, type: 'general', text: 'Hemmeligt' };
    const token = await one.staff.token();
    const before = all.map((watching) => watching.events().length);
    await sendTo(`${second.url}/api/acts/addComment`, 'POST', { token, body: remark });
    for (const [index, watching] of all.entries())
      await eventually(
        async () => watching.events(),
        (seen) => seen.length > before[index]!,
        4_000,
      );
    for (const watching of all) {
      expect(JSON.stringify(watching.events())).not.toContain('Hemmeligt');
      for (const { event, data } of watching.events()) {
        expect(['ping', 'change']).toContain(event);
        // Which case, and not a word of what.
        expect(Object.keys(data).length).toBeLessThanOrEqual(1);
      }
      await watching.stop();
    }
  });

  test('hears of what is sealed only when it may see it: a draft its own, an answer the secretariat too', async () => {
    const other = await member(house, { name: 'Odense Kommune' });
    const { hearingId, revisionId } = await hearing(house);
    const [own, office, others] = await Promise.all(
      [one.staff, by, other.staff].map((who) => watch(second, who)),
    );
    const all = [own!, office!, others!];
    /** What is told is told in order: with a later case everything before it has been heard. */
    const heard = async (): Promise<number[]> => {
      const mark = (await revision(house)).revisionId;
      for (const watching of all) await hears(watching, mark);
      return all.map((one) => one.events().filter(({ data }) => data.caseId === revisionId).length);
    };
    const sealed = async () => (await by.view(`trail?revisionId=${revisionId}`)).verification.unsealed === 0;
    const heardAfter = async (act: () => Promise<unknown>): Promise<boolean[]> => {
      await eventually(sealed, Boolean);
      const before = await heard();
      await act();
      await eventually(sealed, Boolean);
      return (await heard()).map((count, index) => count > before[index]!);
    };
    const text = { hearingId, type: 'general' as const, text: 'Et udkast.' };
    expect(await heardAfter(() => one.staff.do('addComment', text))).toEqual([true, false, false]);
    const answer = { hearingId, position: 'withRemarks' as const };
    expect(await heardAfter(() => one.staff.do('submitAnswer', answer))).toEqual([true, true, false]);
    const later = { ...text, text: 'Et ord mere.' };
    expect(await heardAfter(() => one.staff.do('addComment', later))).toEqual([true, true, false]);
    const deadline = '2027-04-01T12:00';
    expect(await heardAfter(() => by.do('extendDeadline', { hearingId, deadline }))).toEqual([
      true,
      true,
      true,
    ]);
    for (const watching of all) await watching.stop();
  }, 30_000);

  test('finds what changed when it looks, the moment it hears', async () => {
    const watching = await watch(second, by);
    const { revisionId } = await revision(house, { title: 'Nyt forløb' });
    await hears(watching, revisionId);
    const token = await by.token();
    const seen = await sendTo<any>(`${second.url}/api/views/trail?revisionId=${revisionId}`, 'GET', {
      token,
    });
    expect(seen.body.items.length).toBeGreaterThan(0);
    expect(seen.body.items[0].seq).toBe(1);
    await watching.stop();
  });

  test('hears that a ballot came into a rehearsal, of which no trail tells', async () => {
    const open = await vote(house, { rehearsal: true });
    await markPresent(house, open, one);
    const trail = () => by.view(`trail?revisionId=${open.revisionId}`);
    await eventually(trail, (seen) => seen.verification.unsealed === 0);
    const watching = await watch(second, one.staff);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    await eventually(async () => watching, named(open.revisionId), 10_000);
    await watching.stop();
  });

  test('hears of a changed ballot in a rehearsal no more than in a vote: it is told to its own organisation', async () => {
    const open = await vote(house, { rehearsal: true });
    await markPresent(house, open, one);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'for' });
    const trail = () => by.view(`trail?revisionId=${open.revisionId}`);
    await eventually(trail, (seen) => seen.verification.unsealed === 0);
    const [own, others] = await Promise.all([watch(second, one.staff), watch(second, by)]);
    await one.representative.do('castBallot', { voteId: open.voteId, choice: 'against' });
    // Whatever was told is told by then: each is told in order.
    await eventually(async () => own!, named(open.revisionId), 10_000);
    const mark = (await revision(house)).revisionId;
    await hears(others!, mark);
    expect(others!.events().filter(({ data }) => data.caseId === open.revisionId)).toEqual([]);
    for (const watching of [own!, others!]) await watching.stop();
  });

  test('hears nothing of an act that was refused', async () => {
    const watching = await watch(house.app, by);
    const { revisionId } = await revision(house);
    const trail = () => by.view(`trail?revisionId=${revisionId}`);
    await eventually(trail, (seen) => seen.verification.unsealed === 0);
    // What is told is told in order: with a later case everything before it has been heard.
    const heardOf = async (): Promise<number> => {
      await hears(watching, (await revision(house)).revisionId);
      return watching.events().filter((one) => one.data.caseId === revisionId).length;
    };
    const before = await heardOf();
    expect(before).toBeGreaterThan(0);
    await one.staff.refused('addVersion', { revisionId, kind: 'final', title: 'X', clauses });
    await by.refused('addVersion', { revisionId, kind: 'final', title: 'X', clauses: [] });
    expect(await heardOf()).toBe(before);
    await watching.stop();
  });
});

describe('pages that come and go', () => {
  test('a hundred that are closed at once disturb nobody who still watches', async () => {
    const stays = await watch(house.app, one.staff);
    const people = await Promise.all(Array.from({ length: 20 }, () => person(house, one)));
    const fiveEach = people.flatMap((who) => Array<Someone>(5).fill(who));
    const all = await Promise.all(fiveEach.map((who) => watch(house.app, who)));
    await Promise.all(all.map((watching) => watching.stop()));
    const { revisionId } = await revision(house);
    await hears(stays, revisionId);
    for (const watching of all) expect(named(revisionId)(watching)).toBe(false);
    await stays.stop();
  });

  test('five pages of one person each hear of everything once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => watch(house.app, by)));
    const { revisionId } = await revision(house);
    for (const watching of all) await hears(watching, revisionId);
    const counts = all.map((watching) => watching.events().filter((one) => one.event === 'change').length);
    expect(new Set(counts).size).toBe(1);
    await Promise.all(all.map((watching) => watching.stop()));
  });

  test('a sixth page of one person takes the place of the oldest, which is told and not just dropped', async () => {
    const [who, other] = [await person(house, one), await person(house, one)];
    const neighbour = await watch(house.app, other);
    const all: Watching[] = [];
    for (let n = 0; n < 7; n += 1) all.push(await watch(house.app, who));
    for (const oldest of all.slice(0, 2)) {
      await oldest.ended;
      expect(oldest.events().at(-1)).toEqual({ event: 'elsewhere', data: {} });
    }
    const { revisionId } = await revision(house);
    for (const watching of [neighbour, ...all.slice(2)]) await hears(watching, revisionId);
    for (const watching of [neighbour, ...all.slice(2)])
      expect(watching.events().map(({ event }) => event)).not.toContain('elsewhere');
    // A page that is closed makes room for another.
    await all[6]!.stop();
    const again = await watch(house.app, who);
    await hears(again, (await revision(house)).revisionId);
    expect(all[2]!.events().map(({ event }) => event)).not.toContain('elsewhere');
    await Promise.all([neighbour, again, ...all].map((watching) => watching.stop()));
  });

  test('an app that stops ends its streams, so that the page can look elsewhere', async () => {
    const third = await house.startAnother();
    const watching = await watch(third, by);
    const stopped = third.stop();
    await watching.ended;
    await stopped;
  });
});

describe('who may watch no longer', () => {
  const last = (watching: Watching) => watching.events().at(-1);
  const soon = (watching: Watching): Promise<unknown> =>
    Promise.race([
      watching.ended,
      new Promise((_, fail) => setTimeout(() => fail(new Error('still open')), 5_000).unref()),
    ]);

  test('hears nothing more at either app once they have left, and the others go on hearing', async () => {
    const [who, stays] = [await person(house, one), await person(house, one)];
    const apps = [house.app, second];
    const all = await Promise.all(apps.map((app) => watch(app, who)));
    const others = await Promise.all(apps.map((app) => watch(app, stays)));
    await house.sql('update person set left_at = now() where id = $1', [who.personId]);
    for (const watching of all) {
      await soon(watching);
      expect(last(watching)).toEqual({ event: 'gone', data: {} });
    }
    const { revisionId } = await revision(house);
    for (const watching of others) await hears(watching, revisionId);
    for (const watching of all) expect(named(revisionId)(watching)).toBe(false);
    await Promise.all(others.map((watching) => watching.stop()));
  });

  test('hears nothing more when the secretariat is no longer theirs', async () => {
    const was = secretariat(house, 1);
    const watching = await watch(house.app, was);
    await house.sql('update person set secretariat = false where object_id = $1', [was.objectId]);
    await soon(watching);
    expect(last(watching)).toEqual({ event: 'gone', data: {} });
    await house.sql('update person set secretariat = true where object_id = $1', [was.objectId]);
  });

  test('is asked for a new token when the one they came with has run out, and is let in with it', async () => {
    const { objectId } = one.staff;
    const overrides = { exp: Math.floor(Date.now() / 1000) + 3 };
    const token = async (): Promise<string> =>
      (await house.api('POST', '/token', { objectId, overrides })).token;
    const watching = await watch(house.app, { token });
    await soon(watching);
    expect(last(watching)).toEqual({ event: 'renew', data: {} });
    expect(Date.now()).toBeGreaterThanOrEqual(overrides.exp * 1000 - 50);
    const again = await watch(house.app, one.staff);
    expect(again.answer.status).toBe(200);
    await again.stop();
  });

  test('is not cut off by a token that lasts for months', async () => {
    const { objectId } = one.staff;
    const overrides = { exp: Math.floor(Date.now() / 1000) + 90 * 24 * 3600 };
    const token = async (): Promise<string> =>
      (await house.api('POST', '/token', { objectId, overrides })).token;
    const watching = await watch(house.app, { token });
    const { revisionId } = await revision(house);
    await hears(watching, revisionId);
    await watching.stop();
  });
});
