// Who may: the platform only, from what Graph said. Changes: who is in the team or group; rights of those who left or
// came back; who is the secretariat. Whoever answers in their place is told of what is open; where nobody can, the
// secretariat is. Refuses: everybody else. A repeat, or a reading older than the last one: nothing.
import { z } from 'zod';
import {
  directorySources,
  planSync,
  tooManyLeave,
  type DirectorySource,
  type SyncPlan,
} from '../../process/reach/directory.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import type { Reader } from '../../store/frame/database.ts';
import {
  directorySourceRows,
  holdAccounts,
  join,
  leave,
  lockSource,
  membersCalled,
  membersOf,
  seePeople,
  setLeft,
  updateSource,
} from '../../store/reach/directory.ts';
import { settleSecretariat } from '../../store/people/people.ts';
import type { DirectorySourceRow, SyncPlanRow } from '../../store/schema.ts';
import { act, type Asking, type Call, type Given } from '../frame/act.ts';
import { optional } from '../frame/input.ts';
import { tellLeft } from './following.ts';
import { telling } from './replacing.ts';

/** As Graph writes it, which may be in capitals today and not tomorrow. */
const accountOf = z.string().min(1).max(100).toLowerCase();
const person = z.object({
  objectId: accountOf,
  displayName: z.string().max(400),
  email: z.string().max(400).nullable(),
  guest: z.boolean(),
});
const about = { source: z.enum(directorySources) };
const form = {
  /** The source's version before Graph was asked. */
  version: z.int(),
  /** Everyone in it now. */
  people: z.array(person).optional(),
  /** Who is in it too, and nobody knows by which account. */
  unread: z.array(person.omit({ objectId: true })).optional(),
  /** The team or group is there no more. */
  gone: optional(z.boolean()),
  /** Or who came and who went. */
  joined: z.array(person).optional(),
  left: z.array(accountOf).optional(),
  /** What the secretariat's people are called until their own token says so. */
  unnamed: z.string(),
  /** Only says what it would change. */
  dryRun: optional(z.boolean()),
  /** The secretariat has seen that many leave. */
  confirmed: optional(z.boolean()),
};
type About = Given<typeof about>;
type Reading = Given<typeof form>;
type Noting = Call<About, Reading>;

const sourceRow = async (db: Reader, source: DirectorySource): Promise<DirectorySourceRow | null> =>
  (await directorySourceRows(db)).find((one) => one.source === source) ?? null;

async function load({ trx, about: { source }, hold }: Asking<About>) {
  const row = await hold(lockSource, sourceRow, source);
  return row ? { row, known: await membersOf(trx, source) } : refuse('notFound');
}

/** What taking in the reading would change, and whether the secretariat is asked first. */
async function changes(
  { row, known }: { row: DirectorySourceRow; known: string[] },
  { trx, about: { source }, form: reading }: Noting,
): Promise<{ plan: SyncPlan; held: boolean }> {
  const full = reading.people && [
    ...reading.people.map(({ objectId }) => objectId),
    // Somebody whom it names and does not say which account they have: they have not left.
    ...(await membersCalled(trx, source, reading.unread ?? [])),
  ];
  const left = new Set(reading.left);
  const after = full ?? [
    ...known.filter((id) => !left.has(id)),
    ...(reading.joined ?? []).map(({ objectId }) => objectId),
  ];
  const plan = planSync(known, after);
  return { plan, held: !reading.confirmed && isHeld(plan, known, row, full) };
}

/** Where the operator has just pointed it at another group, all of the one before may leave for those of the new one. */
function isHeld(
  plan: SyncPlan,
  known: string[],
  row: DirectorySourceRow,
  full: string[] | undefined,
): boolean {
  const another = !row.readAt && full !== undefined && full.length > 0;
  return tooManyLeave(plan, known, another);
}

/** What is left to say of a source whose reading was taken in. What changed since says nothing of what was read before. */
function leftToSay(
  { plan }: DirectorySourceRow,
  { people, unread = [] }: Reading,
  now: Date,
): SyncPlanRow | null {
  if (!people) return plan?.held || plan?.taken ? plan : null;
  if (unread.length === 0) return null;
  return { joined: [], left: [], at: now.toISOString(), held: false, unread: unread.length, taken: true };
}

/** When it was looked at. A failure stands until it is read in full again. */
const lookedAt = ({ failure }: DirectorySourceRow, { people }: Reading, now: Date) => ({
  ...((people || !failure) && { checkedAt: now }),
  ...(people && { failedAt: null, failure: null }),
});

/** Rights follow the team. */
async function settleTeam(plan: SyncPlan, call: Noting): Promise<void> {
  const { trx, record, enqueue } = call;
  const said = (type: 'personLeft' | 'personReturned') => (one: { id: string; organisationId: string }) =>
    record(registerCase, type, { personId: one.id, organisationId: one.organisationId });
  const organisations = await holdAccounts(trx, [...plan.left, ...plan.joined]);
  const left = await telling(call, organisations, async () => {
    const gone = await setLeft(trx, plan.left, call.now);
    gone.forEach(said('personLeft'));
    (await setLeft(trx, plan.joined, null)).forEach(said('personReturned'));
    return gone.map(({ id }) => id);
  });
  await tellLeft({ trx, now: call.now, enqueue }, left);
  if (left.length > 0) enqueue('closeFiles', {});
}

/** Rights follow the team; the secretariat follows its group. */
async function settleRights(plan: SyncPlan, call: Noting): Promise<void> {
  const {
    trx,
    about: { source },
    now,
    record,
  } = call;
  if (source === 'team') await settleTeam(plan, call);
  if (source !== 'secretariat') return;
  const moved = await settleSecretariat(trx, call.form.unnamed, now);
  moved.joined.forEach((personId) => record(registerCase, 'secretariatJoined', { personId }));
  moved.left.forEach((personId) => record(registerCase, 'secretariatLeft', { personId }));
}

export const noteDirectory = act({
  name: 'noteDirectory',
  may: systemOnly,
  about,
  form,
  load,
  read: changes,
  async apply({ row, plan, held }, call) {
    const {
      trx,
      about: { source },
      form: reading,
      now,
    } = call;
    const counts = { joined: plan.joined.length, left: plan.left.length };
    if (row.version !== reading.version) return { taken: false, ...counts };
    const looked = lookedAt(row, reading, now);
    await seePeople(trx, reading.people ?? reading.joined ?? [], now);
    if (held || reading.dryRun) {
      const found = { gone: reading.gone, unread: reading.unread?.length ?? row.plan?.unread ?? 0 };
      const shown = { ...plan, at: now.toISOString(), held, ...found };
      await updateSource(trx, source, { ...looked, plan: shown });
      return { taken: false, ...counts };
    }
    await join(trx, source, plan.joined, now);
    await leave(trx, source, plan.left, now);
    await updateSource(trx, source, {
      ...looked,
      ...(reading.people && { readAt: now }),
      version: reading.version + 1,
      plan: leftToSay(row, reading, now),
    });
    await settleRights(plan, call);
    // Who is in the register and came into the team can be given the app.
    if (source === 'team' && plan.joined.length > 0) call.enqueue('bring', { kind: 'app' });
    return { taken: true, ...counts };
  },
});
