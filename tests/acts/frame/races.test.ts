import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually, oid, sendTo, startOfTests, type App } from '../../support/app.ts';
import { hearing, markPresent, meeting, vote } from '../../support/cases.ts';
import { members, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf, eventTypes } from '../../support/fingerprint.ts';
import { createDatabase } from '../../support/postgres.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let some: Member[];

beforeAll(async () => {
  by = secretariat(house);
  some = await members(house, 5);
});

const count = <T>(all: T[], value: T): number => all.filter((one) => one === value).length;
const chainHolds = async (revisionId: string): Promise<void> => {
  const look = () => by.view(`trail?revisionId=${revisionId}&limit=500`);
  const { verification } = await eventually(look, (seen) => seen.verification.unsealed === 0);
  expect(verification.ok).toBe(true);
};

describe('200 ballots against a closing vote', () => {
  /** Two hundred organisations are made where they are kept: two thousand acts would prove nothing more. */
  async function crowd(size: number): Promise<Someone[]> {
    const people: Someone[] = [];
    const tokens: Promise<string>[] = [];
    for (let i = 0; i < size; i += 1) {
      const [organisation, personId, objectId] = [randomUUID(), randomUUID(), oid(5_000 + i)];
      const name = `Stor Kommune ${i}`;
      await house.sql(
        `with o as (insert into organisation values ($1, $2, 'municipality', null, now())),
          p as (insert into person (id, organisation_id, display_name, email, object_id, created_at)
            values ($3, $1, $4, 'x@example.dk', $5, now()))
         insert into appointment values ($1, 'representative', $3, false, now(), null)`,
        [organisation, name, personId, `Indkøbschef, ${name}`, objectId],
      );
      await house.api('POST', '/people', {
        objectId,
        displayName: `Indkøbschef, ${name}`,
        email: 'x@example.dk',
      });
      const one = someone(house, objectId, personId);
      tokens.push(one.token());
      people.push(one);
    }
    await Promise.all(tokens);
    return people;
  }

  test('each is told the truth about whether it counted', async () => {
    const people = await crowd(200);
    const at = await meeting(house);
    const { presence } = await by.view(`meeting?id=${at.meetingId}`);
    await markPresent(house, at, ...presence.map((row: any) => ({ id: row.organisationId })));
    const { voteId, revisionId } = await vote(house, { at });
    const closeAfter = 20;
    let answered = 0;
    let closing: Promise<{ tally: { for: number } }> | null = null;
    const told = await Promise.all(
      people.map(async (one) => {
        const { status, body } = await one.act('castBallot', { voteId, choice: 'for' });
        answered += 1;
        if (answered === closeAfter) closing = by.do('closeVote', { voteId });
        return body.ok ? 'counted' : `${status} ${body.refusal.code}`;
      }),
    );
    const { tally } = await closing!;
    expect(count(told, 'counted') + count(told, '409 voteClosed')).toBe(200);
    expect(tally.for).toBe(count(told, 'counted'));
    const view = await by.view(`vote?id=${voteId}`);
    expect(view.ballots).toHaveLength(tally.for);
    expect(view.cast).toBe(tally.for);
    const events = await eventTypes(house, revisionId);
    expect(count(events, 'ballotCast')).toBe(tally.for);
    expect(tally.for).toBeGreaterThanOrEqual(closeAfter);
    await chainHolds(revisionId);
  }, 60_000);
});

describe('50 comments at once', () => {
  const comment = (who: Someone, hearingId: string, index: number) =>
    who.act('addComment', { hearingId, type: 'general', text: `Bemærkning ${index}` });
  const fifty = (hearingId: string) =>
    Array.from({ length: 50 }, (_, index) => comment(some[index % some.length]!.staff, hearingId, index));
  /** How many there are, each with a number of its own. */
  const kept = async (hearingId: string): Promise<number> => {
    const rows = await house.sql('select number from comment where hearing_id = $1', [hearingId]);
    const numbers = new Set(rows.map((row) => row['number']));
    expect(numbers.size).toBe(rows.length);
    return numbers.size;
  };

  test('have a number each', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const answers = await Promise.all(fifty(hearingId));
    expect(answers.every((one) => one.status === 200)).toBe(true);
    expect(await kept(hearingId)).toBe(50);
    expect(count(await eventTypes(house, revisionId), 'commentAdded')).toBe(50);
    await chainHolds(revisionId);
  });

  test('are all taken while the deadline is being extended', async () => {
    const { hearingId } = await hearing(house);
    const posts = fifty(hearingId);
    const extended = by.do('extendDeadline', { hearingId, deadline: '2027-04-01T12:00' });
    const answers = await Promise.all(posts);
    await extended;
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(await kept(hearingId)).toBe(50);
  });

  test('are taken or refused, each as it was told, while the deadline passes', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const { deadline } = await by.view(`hearing?id=${hearingId}`);
    await house.setClock(new Date(Date.parse(deadline) - 150).toISOString());
    const answers: { status: number }[] = [];
    for (let i = 0; i < 50; i += 1) {
      answers.push(await comment(some[i % 5]!.staff, hearingId, i));
      if (i % 10 === 9) await new Promise((done) => setTimeout(done, 40));
    }
    const taken = count(
      answers.map((one) => one.status),
      200,
    );
    expect(
      taken +
        count(
          answers.map((one) => one.status),
          409,
        ),
    ).toBe(50);
    expect(await kept(hearingId)).toBe(taken);
    const events = (await eventsOf(house, revisionId)).filter((row) => row.type === 'commentAdded');
    expect(events).toHaveLength(taken);
    expect(events.every((row) => row.data.late === false)).toBe(true);
    expect(answers.at(-1)?.status).toBe(409);
    await house.setClock(startOfTests);
  });

  test('and the one answer of their organisation agree about whether there are remarks', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { hearingId } = await hearing(house);
      const { staff, representative, id } = some[round]!;
      await Promise.all([
        comment(staff, hearingId, round),
        representative.act('submitAnswer', { hearingId, position: 'noRemarks' }),
      ]);
      const { answers } = await staff.view(`hearing?id=${hearingId}`);
      const own = answers.find((row: any) => row.organisationId === id);
      if (own.submitted) expect(own.state).toBe(own.comments > 0 ? 'withRemarks' : 'noRemarks');
      else expect(own.comments).toBe(1);
    }
  });
});

describe('two apps starting at once on an empty database', () => {
  const apps: App[] = [];
  const ends: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const app of apps) await app.stop();
    for (const end of ends) await end();
  });

  test('both come up, and what one does the other knows', async () => {
    const database = await createDatabase('empty');
    ends.push(() => database.drop());
    const start = (): Promise<App> =>
      house.startAnother({ DATABASE_URL: database.url, DATABASE_OWNER_URL: '' });
    apps.push(...(await Promise.all([start(), start()])));
    for (const app of apps) expect((await sendTo(`${app.url}/readyz`, 'GET')).status).toBe(200);
    const [one, two] = apps as [App, App];
    const token = await by.token();
    const made = { title: 'Rengøring', track: 'revise', year: 2027 };
    const done = await sendTo<any>(`${one.url}/api/acts/startRevision`, 'POST', { token, body: made });
    const seen = await sendTo<any>(`${two.url}/api/views/revision?id=${done.body.result.revisionId}`, 'GET', {
      token,
    });
    expect(seen.body.title).toBe('Rengøring');
  }, 60_000);
});
