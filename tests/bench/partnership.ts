import { createHash } from 'node:crypto';
import type { Ground } from './ground.ts';

/** A stable object id for a name. */
export function objectIdOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Voter {
  organisationId: string;
  objectId: string;
  name: string;
}

export interface Partnership {
  voters: Voter[];
  revisionId: string;
  hearingId: string;
  versionId: string;
  meetingId: string;
  conversationId: string;
}

const clauses = Array.from({ length: 10 }, (_, index) => ({
  number: `5.${'abcdefghij'[index]}`,
  kind: index % 2 === 0 ? 'requirement' : 'recommendation',
  heading: `Underpunkt ${index + 1}`,
  text: 'Produktet skal opfylde kravene i et type 1-miljømærke eller tilsvarende. '.repeat(4),
}));

/** Members with a representative each in a meeting, a hearing that is open, and a final version to vote on. */
export async function partnership(ground: Ground, members: number): Promise<Partnership> {
  const voters: Voter[] = [];
  for (let index = 0; index < members; index += 1) {
    const organisation = `Medlem ${String(index + 1).padStart(3, '0')}`;
    const name = `Indkøbschef, ${organisation}`;
    const objectId = objectIdOf(name);
    const { organisationId } = await ground.act('registerMember', {
      name: organisation,
      kind: 'municipality',
    });
    const email = `m${index}@example.org`;
    const { personId } = await ground.act('registerPerson', {
      organisationId,
      displayName: name,
      email,
      objectId,
    });
    await ground.act('appointRepresentative', { organisationId, personId });
    await ground.person(objectId, name);
    voters.push({ organisationId: organisationId!, objectId, name });
  }
  await ground.act('confirmRules', {
    base: 'cast',
    threshold: 'simple',
    tie: 'notCarried',
    quorum: 0,
    secrecy: 'open',
    deputies: true,
  });
  const { revisionId } = await ground.act('startRevision', {
    goalNumber: 5,
    title: 'Rengøring',
    track: 'revise',
    year: 2027,
  });
  const proposal = await ground.act('addVersion', { revisionId, kind: 'proposal', title: 'Udkast', clauses });
  const other = await ground.act('startRevision', {
    goalNumber: 6,
    title: 'Børneartikler',
    track: 'revise',
    year: 2027,
  });
  const final = await ground.act('addVersion', {
    revisionId: other.revisionId,
    kind: 'final',
    title: 'Endeligt forslag',
    clauses,
  });
  const deadline = new Date(Date.now() + 40 * 24 * 3600_000).toISOString();
  const letter = 'Arbejdsgruppen beder om jeres bemærkninger. '.repeat(10);
  const hearing = await ground.act('openHearing', {
    revisionId,
    kind: 'internal',
    versionId: proposal.versionId,
    letter,
    deadline,
    reason: 'måling',
  });
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_bench%40thread.v2/0';
  const when = { startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + 7200_000).toISOString() };
  const meeting = await ground.act('callMeeting', {
    kind: 'steeringGroup',
    season: 'spring',
    title: 'Forårsmøde',
    joinUrl,
    ...when,
  });
  const chat = await ground.control('/meetings', {
    title: 'Forårsmøde',
    joinUrl,
    ...when,
    members: voters.map((one) => one.objectId),
  });
  const path = `/meetings/${encodeURIComponent(String(chat['meetingId']))}`;
  await ground.control(`${path}/bot`, {});
  for (const { objectId } of voters) await ground.control(`${path}/presence`, { objectId, inMeeting: true });
  await ground.act('openSession', { meetingId: meeting.meetingId! });
  return {
    voters,
    revisionId: other.revisionId!,
    hearingId: hearing.hearingId!,
    versionId: final.versionId!,
    meetingId: meeting.meetingId!,
    conversationId: String(chat['conversationId']),
  };
}
