import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { hostTeamId, secretariatGroupId, steeringGroupId } from '../start/identity.ts';
import type { Doors } from './doors.ts';
import { answers, type Answer } from './springMeeting/answers.ts';
import { childrenComments, childrenDraft, childrenLetter } from './springMeeting/children.ts';
import {
  cleaningBackground,
  cleaningDraft,
  cleaningFirstDraft,
  cleaningLetter,
  cleaningTerms,
} from './springMeeting/cleaning.ts';
import { guideOf } from './springMeeting/guide.ts';
import { gatherPeople, type Cast } from './springMeeting/people.ts';
import { woodBackground } from './springMeeting/wood.ts';
import type { Person } from './wire.ts';
import type { Scenario, Step } from './scenario.ts';

const NAME = 'Partnerskab for Offentlige Grønne Indkøb';

/** Everything is dated from today at nine in Copenhagen: the hearing ends at noon, the meeting begins at one. */
const morning = () => DateTime.now().setZone('Europe/Copenhagen').startOf('day').set({ hour: 9 });
const day = (offset: number, hour = 9) => morning().plus({ days: offset }).set({ hour });

type Stage = { doors: Doors; cast: Cast; by: Person };
const goTo = ({ doors }: Stage, at: DateTime) => doors.setClock(at.toJSDate());
const speaker = (cast: Cast, name: string): Person => cast.of(name).contact ?? cast.of(name).representative;

async function startRevision({ doors, by }: Stage, goalNumber: number, title: string): Promise<string> {
  const input = { goalNumber, title, track: 'revise', year: morning().year };
  return (await doors.act(by, 'startRevision', input)).revisionId ?? '';
}

async function addVersion(
  { doors, by }: Stage,
  revisionId: string,
  kind: string,
  title: string,
  clauses: object[],
) {
  return (await doors.act(by, 'addVersion', { revisionId, kind, title, clauses })).versionId ?? '';
}

async function shareTeamsSpaces(stage: Stage): Promise<void> {
  const { doors, cast, by } = stage;
  const ids = (people: (Person | null)[]) => people.flatMap((person) => (person ? [person.objectId] : []));
  const seats = cast.organisations.flatMap((one) => [one.representative, one.deputy]);
  await doors.platform('POST', '/teams', { name: NAME, members: ids(cast.everybody), groupId: hostTeamId });
  for (const [id, displayName, people] of [
    [secretariatGroupId, 'Sekretariatet', cast.secretariat],
    [steeringGroupId, 'Styregruppen', seats],
  ] as const)
    await doors.platform('POST', '/groups', { id, displayName, members: ids([...people]) });
  const title = `Styregruppemøde, forår ${morning().year}`;
  const startsAt = day(0, 13).toISO() ?? '';
  const endsAt = day(0, 15).toISO() ?? '';
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_practice%40thread.v2/0?d=${morning().toISODate()}`;
  const call = { kind: 'steeringGroup', season: 'spring', title, startsAt, endsAt, joinUrl };
  const { meetingId } = await doors.act(by, 'callMeeting', call);
  const members = ids([...cast.secretariat, ...seats]);
  const meeting = await doors.platform<{ meetingId: string; conversationId: string }>('POST', '/meetings', {
    title,
    joinUrl,
    startsAt,
    endsAt,
    members,
  });
  await doors.platform('POST', `/meetings/${encodeURIComponent(meeting.meetingId)}/bot`);
  // The app finds its meeting by the join link; saying so again is a success and no change.
  await doors.act(by, 'linkMeeting', { meetingId, conversationId: meeting.conversationId });
}

/** The clock may not run from messages that are still on their way. */
async function allSent({ doors, by }: Stage, hearingId: string): Promise<void> {
  type Deliveries = { items: { state: string }[] };
  const waiting = async () => {
    const { items } = await doors.view<Deliveries>(by, 'deliveries', { hearingId, limit: '200' });
    return items.some(({ state }) => state === 'queued' || state === 'sending');
  };
  for (let tries = 0; tries < 1_200 && (await waiting()); tries++) await sleep(50);
}

async function otherJourneys(stage: Stage): Promise<void> {
  const { doors, cast, by } = stage;
  await goTo(stage, day(-80));
  const children = await startRevision(stage, 6, 'Børneartikler');
  const versionId = await addVersion(
    stage,
    children,
    'proposal',
    'Børneartikler, udkast (øvelsestekst)',
    childrenDraft,
  );
  await goTo(stage, day(-70));
  const deadline = day(-40, 12).toISO();
  const opening = { revisionId: children, kind: 'internal', versionId, letter: childrenLetter, deadline };
  const { hearingId } = await doors.act(by, 'openHearing', opening);
  await allSent(stage, hearingId ?? '');
  const written = [];
  for (const [index, { from, disposition, response, ...remark }] of childrenComments.entries()) {
    await goTo(stage, day(-65 + index * 4));
    const { commentId } = await doors.act(cast.of(from).staff, 'addComment', { hearingId, ...remark });
    await doors.act(speaker(cast, from), 'submitAnswer', { hearingId, position: 'withRemarks' });
    written.push({ commentId, disposition, response });
  }
  await Promise.all(
    ['Herning Kommune', 'Vestforbrænding', 'Ishøj Kommune'].map((name) =>
      doors.act(speaker(cast, name), 'submitAnswer', { hearingId, position: 'noRemarks' }),
    ),
  );
  await goTo(stage, day(-36));
  for (const { commentId, disposition, response } of written)
    if (disposition)
      await doors.act(by, 'disposeComment', { commentId, disposition, response, theme: 'Omfang' });
  await goTo(stage, day(-34));
  const wood = await startRevision(stage, 4, 'Bæredygtigt træ');
  await addVersion(stage, wood, 'backgroundReport', 'Træ: baggrund (øvelsestekst)', woodBackground);
}

async function answerByCard({ doors, cast }: Stage, hearingId: string, answer: Answer): Promise<void> {
  const organisation = cast.of(answer.from);
  const contact = speaker(cast, answer.from);
  for (const remark of answer.remarks)
    await doors.click(organisation.staff, 'addComment', { hearingId }, remark);
  if (!answer.submit) return;
  if (answer.remarks.length === 0)
    return doors.click(contact, 'submitAnswer', { hearingId, position: 'noRemarks' });
  const { reservation } = answer;
  const jointWith = answer.jointWith && cast.of(answer.jointWith).id;
  await doors.write(contact, 'mine opgaver');
  await doors.click(contact, 'view', { view: 'hearing', id: hearingId });
  await doors.click(
    contact,
    'submitAnswer',
    { hearingId, position: 'withRemarks' },
    { reservation, jointWith },
  );
  if (answer.jointWith)
    await doors.act(speaker(cast, answer.jointWith), 'answerJoint', { hearingId, accept: true });
}

async function answerOverHttp({ doors, cast, by }: Stage, hearingId: string, answer: Answer): Promise<void> {
  const organisation = cast.of(answer.from);
  const mail = answer.door === 'mail' ? { organisationId: organisation.id } : {};
  const writer = answer.door === 'mail' ? by : organisation.staff;
  const contact = answer.door === 'mail' ? by : speaker(cast, answer.from);
  for (const remark of answer.remarks)
    await doors.act(writer, 'addComment', { hearingId, ...remark, ...mail });
  if (answer.submit)
    await doors.act(contact, 'submitAnswer', { hearingId, position: 'withRemarks', ...mail });
}

async function prepareCleaning(stage: Stage): Promise<string> {
  await goTo(stage, day(-110));
  const revisionId = await startRevision(stage, 5, 'Rengøring');
  await addVersion(
    stage,
    revisionId,
    'backgroundReport',
    'Rengøring: baggrund (øvelsestekst)',
    cleaningBackground,
  );
  await goTo(stage, day(-96));
  await addVersion(
    stage,
    revisionId,
    'termsOfReference',
    'Rengøring: kommissorium (øvelsestekst)',
    cleaningTerms,
  );
  return revisionId;
}

async function hearCleaning(stage: Stage, revisionId: string): Promise<string> {
  const { doors, by } = stage;
  await goTo(stage, day(-33));
  await addVersion(
    stage,
    revisionId,
    'proposal',
    'Rengøring, første udkast (øvelsestekst)',
    cleaningFirstDraft,
  );
  await goTo(stage, day(-28, 8));
  const versionId = await addVersion(
    stage,
    revisionId,
    'proposal',
    'Rengøring, udkast til høring (øvelsestekst)',
    cleaningDraft,
  );
  await goTo(stage, day(-28));
  const deadline = day(0, 12).toISO();
  const opening = { revisionId, kind: 'internal', versionId, letter: cleaningLetter, deadline };
  const { hearingId = '' } = await doors.act(by, 'openHearing', opening);
  await allSent(stage, hearingId);
  doors.say('scenario: the hearing is open; answers come in');
  for (const answer of answers) {
    await goTo(stage, day(-28 + answer.day, 10));
    await (answer.door === 'card' ? answerByCard : answerOverHttp)(stage, hearingId, answer);
  }
  return hearingId;
}

/** A card may answer a refusal kindly; the story needs what it says, so it is looked up afterwards, by each who wrote. */
async function checkAnswers({ doors, cast }: Stage, id: string): Promise<void> {
  type Hearing = { answers: { organisationId: string; submittedAt: string | null; comments: number }[] };
  const check = async ({ from, submit, remarks }: Answer): Promise<void> => {
    const organisation = cast.of(from);
    const hearing = await doors.view<Hearing>(organisation.representative, 'hearing', { id });
    const found = hearing.answers.find((one) => one.organisationId === organisation.id);
    if (Boolean(found?.submittedAt) !== submit || found?.comments !== remarks.length)
      throw new Error(`the answer of ${from} did not come out as told: ${JSON.stringify(found)}`);
  };
  await Promise.all(answers.map(check));
}

/** The app looked before there was a team; nobody should begin with a page that says it cannot be read. */
async function readTeam({ doors, by }: Stage): Promise<void> {
  const { configured } = await doors.view<{ configured: boolean }>(by, 'connections');
  if (configured) await doors.act(by, 'syncDirectory', {});
}

async function build(doors: Doors): Promise<Step[]> {
  await doors.setClock(day(-120).toJSDate());
  const cast = await gatherPeople(doors);
  const [by] = cast.secretariat;
  if (!by) throw new Error('there is no secretariat');
  const stage: Stage = { doors, cast, by };
  doors.say(
    `scenario: ${cast.organisations.length} members and ${cast.everybody.length} people are registered`,
  );
  await goTo(stage, day(-118));
  await shareTeamsSpaces(stage);
  const revisionId = await prepareCleaning(stage);
  await otherJourneys(stage);
  doors.say('scenario: two other journeys stand where they should');
  const hearingId = await hearCleaning(stage, revisionId);
  await checkAnswers(stage, hearingId);
  await goTo(stage, day(0));
  await readTeam(stage);
  return guideOf(cast);
}

export const springMeeting: Scenario = {
  title: { da: 'Forårsmødet', en: 'The spring meeting' },
  build,
};
