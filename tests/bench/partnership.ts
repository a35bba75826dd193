import type { Ground } from './ground.ts';
import { idOf } from './rows.ts';

export interface Voter {
  organisationId: string;
  personId: string;
  objectId: string;
  name: string;
}

export interface Partnership {
  voters: Voter[];
  revisionId: string;
  versionId: string;
  meetingId: string;
}

const clauses = Array.from({ length: 10 }, (_, index) => ({
  number: `5.${'abcdefghij'[index]}`,
  kind: index % 2 === 0 ? 'requirement' : 'recommendation',
  heading: `Underpunkt ${index + 1}`,
  text: 'Produktet skal opfylde kravene i et type 1-miljømærke eller tilsvarende. '.repeat(4),
}));

async function voter(ground: Ground, index: number): Promise<Voter> {
  const organisation = `Medlem ${String(index + 1).padStart(3, '0')}`;
  const name = `Indkøbschef, ${organisation}`;
  const objectId = idOf(name);
  const member = { name: organisation, kind: 'municipality' };
  const { organisationId } = await ground.act('registerMember', member);
  const person = { organisationId, displayName: name, email: `m${index}@example.org`, objectId };
  const { personId } = await ground.act('registerPerson', person);
  await ground.act('appointRepresentative', { organisationId, personId });
  await ground.person(objectId, name);
  return { organisationId: organisationId!, personId: personId!, objectId, name };
}

/** One more hearing that is open, of a case of its own: what it holds of numbers, and of comments, is a hearing's. */
export async function openHearing(ground: Ground): Promise<string> {
  const started = { goalNumber: 5, title: 'Rengøring', track: 'revise', year: 2027 };
  const { revisionId } = await ground.act('startRevision', started);
  const draft = { revisionId, kind: 'proposal', title: 'Udkast', clauses };
  const { versionId } = await ground.act('addVersion', draft);
  const deadline = new Date(Date.now() + 40 * 24 * 3600_000).toISOString();
  const letter = 'Arbejdsgruppen beder om jeres bemærkninger. '.repeat(10);
  const asked = { revisionId, kind: 'internal', versionId, letter, deadline, reason: 'måling' };
  return (await ground.act('openHearing', asked))['hearingId']!;
}

async function finalProposal(ground: Ground): Promise<{ revisionId: string; versionId: string }> {
  const rule = {
    base: 'cast',
    threshold: 'simple',
    tie: 'notCarried',
    quorum: 0,
    secrecy: 'open',
    deputies: true,
  };
  await ground.act('confirmRules', rule);
  const started = { goalNumber: 6, title: 'Børneartikler', track: 'revise', year: 2027 };
  const { revisionId } = await ground.act('startRevision', started);
  const final = { revisionId, kind: 'final', title: 'Endeligt forslag', clauses };
  const { versionId } = await ground.act('addVersion', final);
  return { revisionId: revisionId!, versionId: versionId! };
}

async function meetingWith(ground: Ground, voters: Voter[]): Promise<string> {
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_bench%40thread.v2/0';
  const when = { startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + 7200_000).toISOString() };
  const meeting = { kind: 'steeringGroup', season: 'spring', title: 'Forårsmøde', joinUrl, ...when };
  const { meetingId } = await ground.act('callMeeting', meeting);
  const members = voters.map((one) => one.objectId);
  const chat = await ground.control('/meetings', { title: 'Forårsmøde', joinUrl, ...when, members });
  const path = `/meetings/${encodeURIComponent(String(chat['meetingId']))}`;
  await ground.control(`${path}/bot`, {});
  for (const objectId of members) await ground.control(`${path}/presence`, { objectId, inMeeting: true });
  await ground.act('openSession', { meetingId });
  return meetingId!;
}

/** Members with a representative each in a meeting, and a final version to vote on. */
export async function partnership(ground: Ground, members: number): Promise<Partnership> {
  const voters: Voter[] = [];
  for (let index = 0; index < members; index += 1) voters.push(await voter(ground, index));
  const final = await finalProposal(ground);
  return { voters, ...final, meetingId: await meetingWith(ground, voters) };
}
