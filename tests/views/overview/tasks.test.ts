import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import {
  addVersion,
  confirmRules,
  handIn,
  hearing,
  markPresent,
  meeting,
  passDeadline,
  revision,
  vote,
  type Case,
  type Vote,
} from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, hearingUntil, known, type Cast, type Reader } from '../frame/ground.ts';

const house = useHouse();
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(house);
  await confirmRules(house);
});
beforeEach(() => house.setClock(startOfTests));

interface Task {
  kind: string;
  title: { da: string; en: string };
  due: string | null;
  revisionId: string | null;
  hearingId: string | null;
  voteId: string | null;
  meetingId: string | null;
}
const tasksOf = async (reader: Reader): Promise<Task[]> => (await cast.readers[reader].view('tasks')).items;

/** What awaits everyone about one case, by reader; who has nothing to do is left out. */
async function awaiting(revisionId: string): Promise<Partial<Record<Reader, string[]>>> {
  const seen: Partial<Record<Reader, string[]>> = {};
  for (const reader of known) {
    const mine = (await tasksOf(reader)).filter((task) => task.revisionId === revisionId);
    if (mine.length > 0) seen[reader] = mine.map((task) => task.kind);
  }
  return seen;
}
const staff = ['chair', 'representative', 'deputy', 'contact', 'staff', 'staff of another member'] as const;
const all = (kind: string, of: readonly Reader[] = staff) =>
  Object.fromEntries(of.map((reader) => [reader, [kind]]));

describe('what a case asks for, and of whom', () => {
  let about: Case;

  test('a proposal: the secretariat sends it in hearing, nobody else has anything to do', async () => {
    about = await revision(house);
    expect(await awaiting(about.revisionId)).toEqual({ secretariat: ['openHearing'] });
  });

  test('a hearing: everyone of a member that has not answered, until it has', async () => {
    const { hearingId } = await hearing(house, { of: about });
    expect(await awaiting(about.revisionId)).toEqual(all('answerHearing'));
    await cast.one.contact.do('submitAnswer', { hearingId, position: 'noRemarks' });
    expect(await awaiting(about.revisionId)).toEqual(
      all('answerHearing', ['chair', 'staff of another member']),
    );
    const text = { hearingId, type: 'general' as const, text: 'Uklart.' };
    await cast.other.staff.do('addComment', text);
    expect((await awaiting(about.revisionId))['staff of another member']).toEqual(['answerHearing']);
    await handIn(cast.other.representative, hearingId);
    expect((await awaiting(about.revisionId))['staff of another member']).toBeUndefined();
  });

  test('from the deadline on: the secretariat answers the comments, and nobody is asked for more', async () => {
    const { hearing: open } = await cast.by.view(`revision?id=${about.revisionId}`);
    await passDeadline(house, open.id);
    expect(await awaiting(about.revisionId)).toEqual({ secretariat: ['disposeComments'] });
    const { items } = await cast.by.view(`comments?hearingId=${open.id}`);
    const { id: commentId } = items[0];
    await cast.by.do('disposeComment', { commentId, disposition: 'noted', response: 'Tak.' });
    expect(await awaiting(about.revisionId)).toEqual({});
  });

  test('a final version: the secretariat puts it to the vote', async () => {
    const { hearing: open } = await cast.by.view(`revision?id=${about.revisionId}`);
    await passDeadline(house, open.id);
    Object.assign(about, await addVersion(house, about.revisionId));
    expect(await awaiting(about.revisionId)).toEqual({ secretariat: ['putToVote'] });
  });

  test('a vote: those who hold a seat cast, until their organisation has; who runs it closes it', async () => {
    const at = await meeting(house);
    await markPresent(house, at, cast.one, cast.other, cast.chair);
    about = await vote(house, { at, rules: { tie: 'chairDecides' } });
    const { voteId } = about as Vote;
    const runs = { secretariat: ['closeVote'], chair: ['castBallot', 'closeVote'] };
    const seats = all('castBallot', ['representative', 'deputy']);
    expect(await awaiting(about.revisionId)).toEqual({ ...runs, ...seats });
    await cast.one.representative.do('castBallot', { voteId, choice: 'for' });
    expect(await awaiting(about.revisionId)).toEqual(runs);
    await cast.chair.representative.do('castBallot', { voteId, choice: 'against' });
    expect(await awaiting(about.revisionId)).toEqual({ secretariat: ['closeVote'], chair: ['closeVote'] });
    await cast.by.do('closeVote', { voteId });
    expect(await awaiting(about.revisionId)).toEqual({ chair: ['decideTie'] });
    await cast.chair.representative.do('decideTie', { voteId, carried: true });
    expect(await awaiting(about.revisionId)).toEqual({});
  });
});

describe('a deputy', () => {
  test('is not asked to vote where the rules know no deputies', async () => {
    const { revisionId, voteId } = await vote(house, { rules: { deputies: false } });
    expect((await awaiting(revisionId)).deputy).toBeUndefined();
    expect((await awaiting(revisionId)).representative).toEqual(['castBallot']);
    await cast.by.do('closeVote', { voteId });
  });
});

describe('who answers', () => {
  const titleFor = async (reader: Reader, hearingId: string): Promise<string> =>
    (await tasksOf(reader)).find((task) => task.hearingId === hearingId)!.title.da;

  test('the contact is asked for the answer of the organisation, its staff for comments', async () => {
    const { hearingId } = await hearing(house);
    expect(await titleFor('contact', hearingId)).toMatch(/^Afgiv Aarhus Kommunes svar: /);
    for (const reader of ['representative', 'deputy', 'staff'] as const)
      expect(await titleFor(reader, hearingId)).toMatch(/^Skriv bemærkninger: /);
  });

  test('without a contact it is the representative', async () => {
    const { hearingId } = await hearing(house);
    expect(await titleFor('chair', hearingId)).toMatch(/^Afgiv Region Fyns svar: /);
    expect(await titleFor('staff of another member', hearingId)).toMatch(/^Skriv bemærkninger: /);
  });

  test('a member that has accepted another’s joint answer owes none', async () => {
    const { hearingId, revisionId } = await hearing(house);
    const joint = { position: 'noRemarks' as const, jointWith: [cast.other.id] };
    await cast.one.contact.do('submitAnswer', { hearingId, ...joint });
    await cast.other.contact.do('answerJoint', { hearingId, accept: true });
    expect(await awaiting(revisionId)).toEqual(all('answerHearing', ['chair']));
  });

  test('what is asked names its case and its deadline in both languages', async () => {
    const about = await revision(house, { title: 'Rengøring' });
    const { hearingId } = await hearingUntil(house, '2027-03-05T12:00', about);
    const task = (await tasksOf('contact')).find((one) => one.hearingId === hearingId)!;
    expect(task).toMatchObject({ due: '2027-03-05T11:00:00.000Z', revisionId: about.revisionId });
    expect(task.title.da).toBe('Afgiv Aarhus Kommunes svar: 10 Rengøring');
    expect(task.title.en).toContain('10 Rengøring');
  });
});

describe('the list', () => {
  test('is soonest first, and what has no deadline comes last', async () => {
    await hearingUntil(house, '2027-06-01T12:00');
    await hearingUntil(house, '2027-02-10T12:00');
    await vote(house);
    const dues = (await tasksOf('representative')).map((task) => task.due ?? '9999');
    expect(dues.length).toBeGreaterThan(3);
    expect(dues).toEqual([...dues].sort());
    expect(dues.at(-1)).toBe('9999');
  });

  test('has each thing once, however many cases there are', async () => {
    for (const reader of known) {
      const ids = (await tasksOf(reader)).map((task: any) => task.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('is never another’s: a member that joined today is not asked to vote in yesterday’s vote', async () => {
    const { voteId } = await vote(house);
    const late = await member(house, { name: 'Nyt medlem' });
    const { items } = await late.representative.view('tasks');
    expect(items.map((task: Task) => task.voteId)).not.toContain(voteId);
  });
});

describe('what the secretariat must see to', () => {
  test('a chat that no meeting claims asks which meeting it is of, until one is picked', async () => {
    const linkTasks = async () =>
      (await tasksOf('secretariat')).filter((task) => task.kind === 'linkMeeting');
    expect(await linkTasks()).toEqual([]);
    const { meetingId } = await meeting(house, { inSession: false });
    const from = { startsAt: '2027-05-01T10:00:00Z', endsAt: '2027-05-01T11:00:00Z' };
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_elsewhere%40thread.v2/0';
    const members = [cast.one.representative.objectId];
    const made = await house.api('POST', '/meetings', { title: 'Uden aftale', joinUrl, ...from, members });
    await house.api('POST', `/meetings/${encodeURIComponent(made.meetingId)}/bot`);
    expect((await linkTasks()).map((task) => task.meetingId)).toContain(meetingId);
    expect((await tasksOf('chair')).map((task) => task.kind)).not.toContain('linkMeeting');
    await secretariat(house).do('linkMeeting', { meetingId, conversationId: made.conversationId });
    expect(await linkTasks()).toEqual([]);
  });

  test('rules that nobody has confirmed come before every vote', async () => {
    const confirmations = async () =>
      (await tasksOf('secretariat')).filter((task) => task.kind === 'confirmRules');
    expect(await confirmations()).toEqual([]);
    await house.sql('delete from rules');
    expect(await confirmations()).toHaveLength(1);
    const { revisionId } = await readyCase();
    const shown = await cast.by.view(`revision?id=${revisionId}`);
    expect(shown.blocking.map((one: any) => one.code)).toContain('rulesUnconfirmed');
    expect(shown.readiness).toBe('missing');
    await confirmRules(house);
    expect(await cast.by.view(`revision?id=${revisionId}`)).toMatchObject({ readiness: 'ready' });
  });

  test('what stands in the way of a case is what its button says, word for word', async () => {
    const gate = (shown: any, name: string) => shown.allowed.find((one: any) => one.act === name).unmet;
    const { revisionId: ready } = await readyCase();
    await house.sql('delete from rules');
    const before = await cast.by.view(`revision?id=${ready}`);
    expect(before.blocking).not.toEqual([]);
    expect(before.blocking).toEqual(gate(before, 'openVote'));
    await confirmRules(house);
    const after = await cast.by.view(`revision?id=${ready}`);
    expect(after.blocking).toEqual(gate(after, 'openVote'));
    const started = { title: 'Uden udkast', track: 'revise', year: 2027 } as const;
    const { revisionId: empty } = await cast.by.do('startRevision', started);
    const begun = await cast.by.view(`revision?id=${empty}`);
    expect(begun.blocking).not.toEqual([]);
    expect(begun.blocking).toEqual(gate(begun, 'openHearing'));
  });
});

describe('messages that did not arrive', () => {
  /** Of each reader: the cases that are said to await them, and those that their list has something about. */
  async function bothLists(): Promise<Record<string, [awaited: string[], listed: string[]]>> {
    const seen: Record<string, [string[], string[]]> = {};
    for (const reader of known) {
      const { items: rows } = await cast.readers[reader].view('revisions?limit=500');
      const awaited = rows.filter((row: any) => row.awaitsMe).map((row: any) => row.id);
      const listed = (await tasksOf(reader)).flatMap(({ revisionId }) => revisionId ?? []);
      seen[reader] = [awaited.toSorted(), [...new Set(listed)].toSorted()];
    }
    return seen;
  }
  const whole = async (): Promise<void> => {
    for (const [reader, [awaited, listed]] of Object.entries(await bothLists()))
      expect({ reader, listed }).toEqual({ reader, listed: awaited });
  };
  async function voted(choice: 'for' | 'against'): Promise<Vote> {
    const at = await meeting(house);
    await markPresent(house, at, cast.one);
    const held = await vote(house, { at });
    await cast.one.representative.do('castBallot', { voteId: held.voteId, choice });
    await cast.by.do('closeVote', { voteId: held.voteId });
    return held;
  }
  const fail = (column: 'vote_id' | 'hearing_id', id: string) =>
    house.sql(`update delivery set state = 'failed' where ${column} = $1`, [id]);

  test.each(['for', 'against'] as const)(
    'of a vote are seen to by the secretariat, however it ended: %s',
    async (choice) => {
      const { revisionId, voteId, meetingId } = await voted(choice);
      await fail('vote_id', voteId);
      const about = (await tasksOf('secretariat')).filter((task) => task.revisionId === revisionId);
      const unreached = about.filter(({ kind }) => kind === 'unreached');
      expect(unreached).toMatchObject([{ voteId, meetingId }]);
    },
  );

  test('and whatever else awaits somebody about a case is in their list, of every case there is', async () => {
    for (const state of ['approved', 'published', 'rejected', 'withdrawn', 'onHold']) {
      const cases = [await hearing(house), await vote(house)].map(({ revisionId }) => revisionId);
      await house.sql(`update "case" set state = $2 where id = any($1)`, [cases, state]);
    }
    await whole();
    await house.sql(`update delivery set state = 'failed'`);
    await whole();
    await house.sql(`update hearing set deadline = $1`, [startOfTests]);
    await house.sql(`update vote set closed_at = opened_at, carried = true where closed_at is null`);
    await whole();
  });
});

/** A case whose hearing is over and whose final version is there. */
async function readyCase(): Promise<Case> {
  const held = await hearing(house);
  await passDeadline(house, held.hearingId);
  return { ...held, ...(await addVersion(house, held.revisionId)) };
}
