import { oid, type House } from '../../support/app.ts';
import {
  clauses,
  defaultRules,
  halfFile,
  handIn,
  hearing,
  inMeeting,
  markPresent,
  meeting,
  revision,
  vote,
  type Meeting,
  type Vote,
} from '../../support/cases.ts';
import {
  member,
  next,
  person,
  secretariat,
  stranger,
  whoHasLeft,
  type Member,
  type Someone,
} from '../../support/factories.ts';

export const roles = [
  'secretariat',
  'chair',
  'representative',
  'deputy',
  'contact',
  'staff',
  'representative of another member',
  'staff of another member',
  'person without an organisation',
  'person nobody registered',
] as const;
export type Role = (typeof roles)[number];

/** One person in each role. `one` is the organisation that the prepared acts are about. */
export interface World {
  house: House;
  one: Member;
  other: Member;
  chair: Member;
  people: Record<Role, Someone>;
}

export async function everyone(house: House): Promise<World> {
  const one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'contact', 'staff'] });
  const other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  const chair = await member(house, { name: 'Region Syddanmark', chair: true });
  const { representative, deputy, contact, staff } = one;
  const people = {
    secretariat: secretariat(house),
    chair: chair.representative,
    representative,
    deputy,
    contact,
    staff,
    'representative of another member': other.representative,
    'staff of another member': other.staff,
    'person without an organisation': await whoHasLeft(house),
    'person nobody registered': await stranger(house),
  };
  return { house, one, other, chair, people };
}

const comment = async ({ house, one }: World) => {
  const { hearingId, revisionId } = await hearing(house);
  const input = { hearingId, type: 'general' as const, text: `Bemærkning ${next(house)}` };
  return { revisionId, hearingId, ...(await one.staff.do('addComment', input)) };
};

const submitted = async (world: World) => {
  const { hearingId, ...made } = await comment(world);
  await handIn(world.one.contact, hearingId);
  return made;
};

/** A vote in a meeting that everybody with a seat is in, and its staff as well. */
async function casting(world: World): Promise<Vote> {
  const { one, other, chair, house } = world;
  const invited = [one.representative, one.deputy, one.staff, one.contact, other.representative];
  const at = await meeting(house, { invited: [...invited, chair.representative] });
  for (const who of [...invited, chair.representative]) await inMeeting(house, at, who);
  return vote(house, { at, rules: { tie: 'chairDecides' } });
}

async function tied(world: World): Promise<Vote> {
  const open = await vote(world.house, { rules: { tie: 'chairDecides' } });
  const by = secretariat(world.house);
  const { voteId } = open;
  for (const [organisationId, choice] of [
    [world.one.id, 'for'],
    [world.other.id, 'against'],
  ] as const)
    await by.do('recordBallotOnBehalf', { voteId, organisationId, choice, means: 'room' });
  await by.do('closeVote', { voteId });
  return open;
}

/** A message that nobody got; the outbox leaves it alone. */
async function failedMessage({ house, one }: World) {
  const { hearingId, revisionId } = await hearing(house);
  await house.sql(
    `insert into delivery (person_id, message, hearing_id, revision_id, occasion, channel, state, reason, created_at)
     values ($1, 'hearingReminder', $2, $3, 'failed', 'mail', 'failed', 'unreachable', now())`,
    [one.contact.personId, hearingId, revisionId],
  );
  return { hearingId, revisionId };
}

const search = {
  kind: 'steeringGroup',
  season: 'spring',
  title: 'Styregruppemøde',
  minutes: 120,
  from: '2027-02-01',
  to: '2027-02-12',
} as const;
const offer = { slots: ['2027-02-03T10:00:00+01:00'], respondBy: '2027-01-25T12:00:00+01:00' };
const times = { startsAt: '2027-05-01T10:00', endsAt: '2027-05-01T11:00' };
const seat = ({ one }: World, who: Someone) =>
  Promise.resolve({ organisationId: one.id, personId: who.personId });
const idOf = ({ meetingId, conversationId }: Meeting) => ({ meetingId, conversationId });

/** The input of each act, ready to be done for `one` by whoever may: only the role decides. */
export const ready = {
  registerMember: async ({ house }) => ({ name: `Kommune ${next(house)}`, kind: 'municipality' }),
  registerPerson: async ({ house, one }) => ({
    organisationId: one.id,
    displayName: 'Indkøber, Aarhus Kommune',
    email: `ny${next(house)}@example.dk`,
  }),
  appointRepresentative: async (world) => seat(world, await person(world.house, world.one)),
  nameDeputy: async (world) => seat(world, await person(world.house, world.one)),
  nameContact: async (world) => seat(world, await person(world.house, world.one)),
  endPlace: async ({ house, one }) => ({ personId: (await person(house, one)).personId, reason: 'Nyt job' }),
  confirmRules: async () => ({ ...defaultRules }),
  startRevision: async () => ({ title: 'Rengøring', track: 'revise', year: 2031 }),
  addVersion: async ({ house }) => {
    const { revisionId } = await revision(house);
    return { revisionId, kind: 'final', title: 'Endeligt forslag', clauses };
  },
  openHearing: async ({ house }) => {
    const { revisionId, versionId } = await revision(house);
    return { revisionId, versionId, kind: 'internal', letter: 'Kære alle', deadline: '2027-03-01T12:00' };
  },
  extendDeadline: async ({ house }) => {
    const { hearingId, revisionId } = await hearing(house);
    return { hearingId, revisionId, deadline: '2027-04-01T12:00' };
  },
  addComment: async ({ house, one }) => {
    const { hearingId, revisionId } = await hearing(house);
    return { hearingId, revisionId, organisationId: one.id, type: 'general', text: 'Uklart' };
  },
  editComment: async (world) => ({ ...(await comment(world)), text: 'Klart' }),
  withdrawComment: comment,
  submitAnswer: async ({ house, one }) => {
    const { hearingId, revisionId } = await hearing(house);
    return { hearingId, revisionId, organisationId: one.id, position: 'noRemarks' };
  },
  answerJoint: async ({ house, one, other }) => {
    const { hearingId, revisionId } = await hearing(house);
    const joint = { hearingId, position: 'noRemarks' as const, jointWith: [one.id] };
    await other.representative.do('submitAnswer', joint);
    return { hearingId, revisionId, organisationId: other.id, accept: true };
  },
  disposeComment: async (world) => ({ ...(await submitted(world)), disposition: 'noted', response: 'Tak' }),
  remindMissing: async ({ house }) => {
    const { hearingId, revisionId } = await hearing(house);
    return { hearingId, revisionId };
  },
  resendFailed: failedMessage,
  callMeeting: async () => ({ kind: 'steeringGroup', season: 'spring', title: 'Møde', ...times }),
  linkMeeting: async ({ house, one }) => {
    const at = idOf(await meeting(house, { invited: [one.staff], inSession: false }));
    await house.sql('update meeting set conversation_id = null where id = $1', [at.meetingId]);
    return at;
  },
  openSession: async ({ house }) => idOf(await meeting(house, { inSession: false })),
  endSession: async ({ house }) => idOf(await meeting(house)),
  markPresent: async ({ house, one }) => {
    const { meetingId } = await meeting(house);
    return { meetingId, organisationId: one.id, present: true };
  },
  openVote: async ({ house }) => {
    const { revisionId, versionId } = await revision(house, { kind: 'final' });
    await secretariat(house).do('confirmRules', defaultRules);
    const { meetingId } = await meeting(house);
    return { meetingId, revisionId, versionId, motion: 'Kan målet godkendes?' };
  },
  castBallot: async (world) => {
    const { voteId, revisionId } = await casting(world);
    return { voteId, revisionId, choice: 'for' };
  },
  recordBallotOnBehalf: async ({ house, one }) => {
    const open = await vote(house);
    // Else that it is present would be one more entry, in the meeting's trail.
    await markPresent(house, open, one);
    const { voteId, revisionId } = open;
    return { voteId, revisionId, organisationId: one.id, choice: 'abstain', means: 'phone' };
  },
  closeVote: async ({ house }) => {
    const { voteId, revisionId } = await vote(house);
    return { voteId, revisionId };
  },
  decideTie: async (world) => {
    const { voteId, revisionId } = await tied(world);
    return { voteId, revisionId, carried: true };
  },
  linkAccount: async ({ house, one }) => {
    const email = `ny${next(house)}@example.dk`;
    const displayName = 'Indkøber, Aarhus Kommune';
    const of = { organisationId: one.id, displayName, email };
    const { personId } = await secretariat(house).do('registerPerson', of);
    const objectId = oid(70_000 + next(house));
    await house.sql('insert into directory_person values ($1, $2, $3, true, now())', [
      objectId,
      displayName,
      email,
    ]);
    return { personId, objectId };
  },
  syncDirectory: async ({ house }) => {
    await house.sql(
      `insert into directory_source (source, group_id) values ('team', $1) on conflict do nothing`,
      [oid(9)],
    );
    return { dryRun: true };
  },
  testConnection: async () => ({ call: 'mail' }),
  finishFile: async ({ house }) => {
    const { revisionId } = await revision(house);
    return { revisionId, ...(await halfFile(house, revisionId)) };
  },
  formGroup: async ({ house }) => ({ revisionId: (await revision(house)).revisionId }),
  addToGroup: async (world) => ({ ...(await grouped(world)), field: 'both' }),
  removeFromGroup: async (world) => {
    const seat = await grouped(world);
    await secretariat(world.house).do('addToGroup', { ...seat, field: 'both' });
    return seat;
  },
  bringIntoTeams: async ({ one }) => ({ personId: one.staff.personId }),
  findTime: async () => search,
  openPoll: async ({ house }) => ({ ...(await secretariat(house).do('findTime', search)), ...offer }),
  answerPoll: async ({ house }) => {
    const { schedulingId } = await secretariat(house).do('findTime', search);
    await secretariat(house).do('openPoll', { schedulingId, ...offer });
    return { schedulingId, slots: offer.slots };
  },
  dropScheduling: async ({ house }) => secretariat(house).do('findTime', search),
  changeMeeting: async ({ house }) => ({ meetingId: await toCome(house), title: 'Møde, flyttet' }),
  cancelMeeting: async ({ house }) => ({ meetingId: await toCome(house), reason: 'Udbuddet er udskudt.' }),
  renewCalendarLink: async ({ one }) => ({ personId: one.representative.personId }),
} satisfies Record<string, (world: World) => Promise<Record<string, unknown>>>;

/** A case with a working group, and somebody for it. */
async function grouped({ house, one }: World): Promise<{ revisionId: string; personId: string }> {
  const { revisionId } = await revision(house);
  await secretariat(house).do('formGroup', { revisionId });
  return { revisionId, personId: one.staff.personId };
}
const toCome = async (house: House): Promise<string> =>
  (await meeting(house, { inSession: false })).meetingId;

/** Whoever was appointed meanwhile, the roles are those of the world again. */
export async function seatsBack({ one, people }: World): Promise<void> {
  const by = people.secretariat;
  const of = { organisationId: one.id };
  await by.do('appointRepresentative', { ...of, personId: one.representative.personId });
  await by.do('nameDeputy', { ...of, personId: one.deputy.personId });
  await by.do('nameContact', { ...of, personId: one.contact.personId });
}
/** Somebody who may. */
export function doer({ people }: World, name: Done): Someone {
  const { staff, contact, representative, chair, secretariat: by } = people;
  if (/^(add|edit|withdraw)Comment$/.test(name)) return staff;
  if (name === 'submitAnswer' || name === 'answerJoint') return contact;
  if (name === 'castBallot' || name === 'answerPoll') return representative;
  return name === 'decideTie' ? chair : by;
}
export const appoints = (name: string): boolean => /^(appoint|nameDeputy|nameContact)/.test(name);

export type Done = keyof typeof ready;
export const everyAct = Object.keys(ready) as Done[];
