import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ActName } from '../../../bot/acts/index.ts';
import { refusalStatus, type RefusalCode } from '../../../bot/process/frame/refusals.ts';
import {
  addVersion,
  defaultRules,
  hearing,
  markPresent,
  meeting,
  passDeadline,
  revision,
  vote,
} from '../../support/cases.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';
import { search as inFebruary } from '../../acts/scheduling/examples.ts';
import { castOf, hearingUntil, known, settled, type Cast, type Reader } from './ground.ts';
import { everyAct, examples, type Done } from '../../acts/frame/everyAct.ts';

const house = useHouse();
let cast: Cast;
/** What each view is asked for, with the ids its buttons are about. */
type Shown = [query: string, ids: Record<string, string>];
let shown: Shown[];

const search = { ...inFebruary, from: '2027-05-10', to: '2027-05-21' };

/** A case in every state in which its buttons differ, made anew for each reader, since pressing changes it. */
async function everything(): Promise<Shown[]> {
  const { by, one } = cast;
  const tomorrow = new Date((await house.now()).getTime() + 86_400_000).toISOString();
  const planned = await revision(house);
  const over = await hearingUntil(house, tomorrow);
  await passDeadline(house, over.hearingId);
  await by.do('formGroup', { revisionId: over.revisionId });
  const final = await addVersion(house, over.revisionId);
  const open = await hearing(house);
  await one.staff.do('addComment', { hearingId: open.hearingId, type: 'general', text: 'Uklart.' });
  const answered = await hearing(house);
  await one.contact.do('submitAnswer', { hearingId: answered.hearingId, position: 'noRemarks' });
  const calm = await meeting(house, { inSession: false });
  const at = await meeting(house);
  await markPresent(house, at, one);
  const tied = await vote(house, { at, rules: { tie: 'chairDecides' } });
  await one.representative.do('castBallot', { voteId: tied.voteId, choice: 'for' });
  const record = { organisationId: cast.chair.id, choice: 'against' as const, means: 'room' as const };
  await by.do('recordBallotOnBehalf', { voteId: tied.voteId, ...record });
  await by.do('closeVote', { voteId: tied.voteId });
  const voting = await vote(house, { at });
  await settled(house, answered.hearingId);
  await house.sql(`update delivery set state = 'failed' where about_id = $1`, [answered.hearingId]);
  const sought = await by.do('findTime', search);
  const polled = await by.do('findTime', search);
  await by.do('openPoll', {
    ...polled,
    slots: ['2027-05-11T12:00:00+02:00'],
    respondBy: '2027-05-03T12:00:00+02:00',
  });
  const ids = { meetingId: at.meetingId, organisationId: one.id };
  return [
    ['me', ids],
    ['rules', ids],
    ['members', ids],
    ['calendar', {}],
    ['meetings', {}],
    [`scheduling?id=${sought.schedulingId}`, sought],
    [`scheduling?id=${polled.schedulingId}`, polled],
    [`meeting?id=${at.meetingId}`, ids],
    [`revision?id=${planned.revisionId}`, { ...ids, ...planned }],
    [`revision?id=${over.revisionId}`, { ...ids, ...over, ...final }],
    ...[open, over, answered].map((one): Shown => [`hearing?id=${one.hearingId}`, { ...ids, ...one }]),
    [`deliveries?hearingId=${answered.hearingId}`, { ...ids, hearingId: answered.hearingId }],
    ...[voting, tied].map((one): Shown => [`vote?id=${one.voteId}`, { ...ids, voteId: one.voteId }]),
    // Last: a session opened in it would be the one that the cases' buttons are about.
    [`meeting?id=${calm.meetingId}`, { ...ids, meetingId: calm.meetingId }],
  ];
}

/** What only the filled-in form, or the room at the moment of the click, can bring. */
const ofTheMoment: Partial<Record<ActName, RefusalCode[]>> = {
  castBallot: ['notInMeeting', 'presenceUnknown', 'representativePresent'],
  linkMeeting: ['conversationUnknown'],
  submitAnswer: ['answerHasComments'],
};
/** Done twice is done: these say that there is nothing to do, and a press all the same changes nothing. */
const harmless: Partial<Record<ActName, RefusalCode>> = {
  openSession: 'sessionOpen',
  endSession: 'sessionClosed',
  closeVote: 'voteClosed',
  dropScheduling: 'schedulingOver',
  cancelMeeting: 'meetingCancelled',
};

interface Button {
  act: ActName;
  ok: boolean;
  refusal: { code: string } | null;
  unmet: { code: string; passable: boolean }[];
}

function inputFor(act: ActName, reader: Reader, ids: Record<string, string>): object {
  const { sends, fill } = examples[act as Done].button ?? {};
  const names =
    sends ?? ['schedulingId', 'hearingId', 'voteId', 'meetingId'].filter((name) => name in ids).slice(0, 1);
  const chosen = Object.fromEntries(names.map((name) => [name, ids[name]]));
  return { ...chosen, ...fill?.({ ...cast, house }, reader) };
}

/** All that each could press, and did. */
const works = (reader: Reader): string[] =>
  everyAct.filter((act) => examples[act].button?.by.includes(reader)).sort();

async function press(
  reader: Reader,
  query: string,
  button: Button,
  ids: Record<string, string>,
): Promise<void> {
  const { act, ok, refusal, unmet } = button;
  const about = { reader, query, act };
  const { status, body } = await cast.readers[reader].act(act, inputFor(act, reader, ids));
  const code = body.ok ? null : body.refusal.code;
  const excused = ok
    ? (ofTheMoment[act] ?? []).includes(code as RefusalCode)
    : code === null && harmless[act] === refusal!.code;
  if (excused) return;
  const told = ok ? { code: null, status: 200 } : { code: refusal!.code, status: statusOf(refusal!.code) };
  expect({ ...about, code, status }).toEqual({ ...about, ...told });
  const missing = body.ok ? unmet : (body.refusal.unmet ?? []);
  expect({ ...about, missing: missing.map((one) => one.code) }).toEqual({
    ...about,
    missing: unmet.map((one) => one.code),
  });
}
const statusOf = (code: string): number => refusalStatus[code as RefusalCode];

/** The buttons of a view with the ids they are about: of a case, its newest final version. */
async function buttonsOf(reader: Reader, query: string, ids: Record<string, string>) {
  const { allowed, versions = [] } = await cast.readers[reader].view(query);
  const final = versions.findLast((one: { kind: string }) => one.kind === 'final');
  return { buttons: allowed as Button[], ids: final ? { ...ids, versionId: final.id as string } : ids };
}

/** Some are the secretariat's alone, or theirs who are asked: to others these are not there. */
async function seenBy(reader: Reader): Promise<Shown[]> {
  const mine: Shown[] = [];
  for (const one of shown) {
    const some = /^(deliveries|scheduling)/.test(one[0]);
    if (!some || (await cast.readers[reader].viewStatus(one[0])) !== 404) mine.push(one);
  }
  return mine;
}

/** Each that is offered once, in the order of the page; also what is offered only after another was pressed. */
async function pressOffered(reader: Reader, query: string, given: Record<string, string>): Promise<string[]> {
  const pressed = new Set<string>();
  for (;;) {
    const { buttons, ids } = await buttonsOf(reader, query, given);
    const button = buttons.find(({ act, ok }) => ok && !pressed.has(act));
    if (!button) return [...pressed];
    await press(reader, query, button, ids);
    pressed.add(button.act);
  }
}

/** First those that are not offered, which change nothing; then those that are, each as it stands by then. */
async function pressAll(reader: Reader): Promise<string[]> {
  const pressed = new Set<string>();
  const mine = await seenBy(reader);
  const before = await fingerprint(house);
  for (const [query, given] of mine) {
    const { buttons, ids } = await buttonsOf(reader, query, given);
    expect(new Set(buttons.map((one) => one.act)).size).toBe(buttons.length);
    for (const button of buttons.filter((one) => !one.ok)) await press(reader, query, button, ids);
  }
  expect(changes(before, await fingerprint(house))).toEqual([]);
  for (const [query, given] of mine)
    for (const act of await pressOffered(reader, query, given)) pressed.add(act);
  return [...pressed].sort();
}

beforeAll(async () => void (cast = await castOf(house)));

describe('a button that is offered works, and one that is not says why before it is pressed', () => {
  test.each(known)('for the %s', async (reader) => {
    // What the secretariat and the chair press ends votes and sessions.
    if (['secretariat', 'chair', 'representative'].includes(reader)) shown = await everything();
    expect(await pressAll(reader)).toEqual(works(reader));
  });
});

describe('a button that is not offered', () => {
  test('is explained in whole sentences of both languages to everyone who sees it', async () => {
    shown = await everything();
    for (const reader of known) {
      for (const [query] of await seenBy(reader)) {
        const { allowed } = await cast.readers[reader].view(query);
        for (const { act, ok, refusal, unmet } of allowed) {
          expect({ reader, query, act, said: refusal === null }).toEqual({ reader, query, act, said: ok });
          const messages = [...(refusal ? [refusal.message] : []), ...unmet.map((one: any) => one.message)];
          for (const { da, en } of messages) {
            expect(da).toMatch(/^[A-ZÆØÅ].{8,}$/s);
            expect(en).not.toBe(da);
            expect(da + en).not.toMatch(/\{\w+\}|undefined|null/);
          }
        }
      }
    }
  });

  test('that only asks for a reason is offered, and names what the reason is for', async () => {
    await cast.by.do('confirmRules', defaultRules);
    const autumn = await meeting(house, { season: 'autumn' });
    const ready = await revision(house, { kind: 'final' });
    const asked = await cast.by.allowed('openVote', { ...ready, meetingId: autumn.meetingId });
    expect(asked).toEqual({ ok: true, code: null, unmet: ['notSpringMeeting'] });
    const input = { ...ready, meetingId: autumn.meetingId, motion: 'Kan målet godkendes?' };
    expect(await cast.by.refused('openVote', input)).toBe('reasonNeeded');
    await cast.by.do('openVote', { ...input, reason: 'Aftalen udløber.' });
  });
});
