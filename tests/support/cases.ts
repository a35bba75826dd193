import type { ActInput, ActName } from '../../bot/acts/index.ts';
import type { Rule } from '../../bot/process/vote/vote.ts';
import type { House } from './app.ts';
import { next, secretariat, type Someone } from './factories.ts';

type Given<N extends ActName> = Partial<ActInput<N>>;

export const clauses = [
  { number: '10.a', kind: 'requirement' as const, heading: 'Miljømærke', text: 'Produktet er miljømærket.' },
  {
    number: '10.b',
    kind: 'recommendation' as const,
    heading: 'Emballage',
    text: 'Emballagen kan genanvendes.',
  },
];

export interface Case {
  revisionId: string;
  ref: string;
  versionId: string;
  hash: string;
}

/** A case with a proposal (or another kind of document). */
export async function revision(
  house: House,
  given: { kind?: 'proposal' | 'final'; title?: string } = {},
): Promise<Case> {
  const by = secretariat(house);
  const about = { title: given.title ?? `Indkøbsmål ${next(house)}`, track: 'revise' as const, year: 2027 };
  const { revisionId, ref } = await by.do('startRevision', { goalNumber: 10, ...about });
  const version = await addVersion(house, revisionId, given.kind ?? 'proposal');
  return { revisionId, ref, ...version };
}

/** A file of a few letters, received and not yet finished. */
export async function halfFile(house: House, revisionId: string): Promise<{ fileId: string }> {
  const by = secretariat(house);
  const text = Buffer.from('Bilag');
  const about = { revisionId, name: `Bilag ${next(house)}.txt`, size: text.length };
  const { fileId } = await by.do('beginFile', about);
  await by.do('addFilePart', { fileId, number: 0, bytes: text.toString('base64') });
  return { fileId };
}

export async function addVersion(
  house: House,
  revisionId: string,
  kind: 'proposal' | 'final' = 'final',
): Promise<{ versionId: string; hash: string }> {
  const input = { revisionId, kind, title: `Forslag ${next(house)}`, clauses };
  const { versionId, hash } = await secretariat(house).do('addVersion', input);
  return { versionId, hash };
}

export interface Hearing extends Case {
  hearingId: string;
  hearingRef: string;
}

/** An open hearing; thirty days unless told. */
export async function hearing(
  house: House,
  given: Given<'openHearing'> & { of?: Case } = {},
): Promise<Hearing> {
  const { of, ...rest } = given;
  const about = of ?? (await revision(house));
  const deadline = new Date((await house.now()).getTime() + 30 * 24 * 3600_000).toISOString();
  const input = {
    revisionId: about.revisionId,
    kind: 'internal' as const,
    versionId: about.versionId,
    letter: 'Kære alle. Vi beder om jeres bemærkninger.',
    deadline,
    ...rest,
  };
  const { hearingId, ref } = await secretariat(house).do('openHearing', input);
  return { ...about, hearingId, hearingRef: ref };
}

/** The contact's one answer, with the comments that its organisation wrote: from now on they have left the house. */
export const handIn = (contact: Someone, hearingId: string): Promise<unknown> =>
  contact.do('submitAnswer', { hearingId, position: 'withRemarks' });

/** The clock just after the deadline of a hearing. */
export async function passDeadline(house: House, hearingId: string): Promise<void> {
  // Not by a view: that the secretariat looks into an open hearing stands in its trail.
  const [row] = await house.sql<{ deadline: Date }>('select deadline from hearing where id = $1', [
    hearingId,
  ]);
  await house.setClock(new Date(row!.deadline.getTime() + 1_000).toISOString());
}

export interface Meeting {
  meetingId: string;
  /** In Teams. Empty while no chat is linked. */
  platformId: string;
  conversationId: string;
}
export interface MeetingOptions {
  season?: 'spring' | 'autumn' | 'extraordinary';
  kind?: 'steeringGroup' | 'workingGroup';
  /** Who is invited in Teams; with somebody, the bot is added and the chat linked by the join link. */
  invited?: Someone[];
  inSession?: boolean;
  /** How long it is planned to last. */
  hours?: number;
}

export async function meeting(house: House, options: MeetingOptions = {}): Promise<Meeting> {
  const { season = 'spring', kind = 'steeringGroup', invited = [], inSession = true, hours = 2 } = options;
  const title = `Møde ${next(house)}`;
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${next(house)}%40thread.v2/0`;
  const at = (await house.now()).getTime();
  const startsAt = new Date(at).toISOString();
  const endsAt = new Date(at + hours * 3600_000).toISOString();
  const by = secretariat(house);
  const { meetingId } = await by.do('callMeeting', { kind, season, title, startsAt, endsAt, joinUrl });
  let place = { platformId: '', conversationId: '' };
  if (invited.length > 0) {
    const people = invited.map((one) => one.objectId);
    const made = await house.api('POST', '/meetings', { title, joinUrl, startsAt, endsAt, members: people });
    await house.api('POST', `/meetings/${encodeURIComponent(made.meetingId)}/bot`);
    place = { platformId: made.meetingId, conversationId: made.conversationId };
  }
  if (inSession) await by.do('openSession', { meetingId });
  return { meetingId, ...place };
}

export async function inMeeting(house: House, at: Meeting, who: Someone, inside = true): Promise<void> {
  const path = `/meetings/${encodeURIComponent(at.platformId)}/presence`;
  await house.api('POST', path, { objectId: who.objectId, inMeeting: inside });
}

export const defaultRules: Rule = {
  base: 'cast',
  threshold: 'simple',
  tie: 'notCarried',
  quorum: 0,
  secrecy: 'open',
  deputies: true,
};

export async function confirmRules(house: House, given: Partial<Rule> = {}): Promise<void> {
  await secretariat(house).do('confirmRules', { ...defaultRules, ...given });
}

export interface Vote extends Case, Meeting {
  voteId: string;
}
export type VoteOptions = MeetingOptions & {
  at?: Meeting;
  of?: Case;
  rules?: Partial<Rule>;
  rehearsal?: boolean;
};

/** An open vote on a final proposal, in a meeting in session, under confirmed rules. */
export async function vote(house: House, options: VoteOptions = {}): Promise<Vote> {
  const about = options.of ?? (await revision(house, { kind: 'final' }));
  const at = options.at ?? (await meeting(house, options));
  await confirmRules(house, options.rules);
  const { voteId } = await secretariat(house).do('openVote', {
    meetingId: at.meetingId,
    revisionId: about.revisionId,
    versionId: about.versionId,
    motion: 'Kan målet godkendes?',
    ...(options.rehearsal && { rehearsal: true }),
    ...(options.season && { reason: 'Målet haster, fordi en aftale udløber.' }),
  });
  return { ...about, ...at, voteId };
}

/** Present in the room, by the secretariat's mark: then Teams is not asked. */
export async function markPresent(
  house: House,
  at: Meeting,
  ...organisations: { id: string }[]
): Promise<void> {
  for (const { id } of organisations)
    await secretariat(house).do('markPresent', {
      meetingId: at.meetingId,
      organisationId: id,
      present: true,
    });
}
