// Who may: the platform only, from what Graph said. Changes: who is in the team or group; rights of those who left or
// came back; who is the secretariat. Whoever answers in their place is told of what is open; where nobody can, the
// secretariat is. Refuses: everybody else. A repeat, or a reading older than the last one: nothing.
import { z } from 'zod';
import { directorySources, planSync, tooManyLeave, type SyncPlan } from '../../process/reach/directory.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import {
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
import { oldAct, type OldCall } from '../frame/oldAct.ts';
import { optional } from '../frame/input.ts';
import { leaveMeetings } from './leaveMeetings.ts';
import { telling } from './replacing.ts';

/** As Graph writes it, which may be in capitals today and not tomorrow. */
const accountOf = z.string().min(1).max(100).toLowerCase();
const person = z.object({
  objectId: accountOf,
  displayName: z.string().max(400),
  email: z.string().max(400).nullable(),
  guest: z.boolean(),
});
const input = z.object({
  source: z.enum(directorySources),
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
});
type Input = z.infer<typeof input>;
interface State {
  row: DirectorySourceRow;
  plan: SyncPlan;
  held: boolean;
}

async function load({ trx, input: read }: OldCall<Input>): Promise<State | ReturnType<typeof refuse>> {
  const row = await lockSource(trx, read.source);
  if (!row) return refuse('notFound');
  const known = await membersOf(trx, read.source);
  const full = read.people && [
    ...read.people.map(({ objectId }) => objectId),
    // Somebody whom it names and does not say which account they have: they have not left.
    ...(await membersCalled(trx, read.source, read.unread ?? [])),
  ];
  const left = new Set(read.left);
  const after = full ?? [
    ...known.filter((id) => !left.has(id)),
    ...(read.joined ?? []).map(({ objectId }) => objectId),
  ];
  const plan = planSync(known, after);
  return {
    row,
    plan,
    held: !read.confirmed && isHeld(plan, known, row, full),
  };
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
  { people, unread = [] }: Input,
  now: Date,
): SyncPlanRow | null {
  if (!people) return plan?.held || plan?.taken ? plan : null;
  if (unread.length === 0) return null;
  return { joined: [], left: [], at: now.toISOString(), held: false, unread: unread.length, taken: true };
}

/** When it was looked at. A failure stands until it is read in full again. */
const lookedAt = ({ failure }: DirectorySourceRow, { people }: Input, now: Date) => ({
  ...((people || !failure) && { checkedAt: now }),
  ...(people && { failedAt: null, failure: null }),
});

/** Rights follow the team. */
async function settleTeam(plan: SyncPlan, call: OldCall<Input>): Promise<void> {
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
  await leaveMeetings({ trx, now: call.now, enqueue }, left);
  if (left.length > 0) enqueue('closeFiles', {});
}

/** Rights follow the team; the secretariat follows its group. */
async function settleRights(plan: SyncPlan, call: OldCall<Input>): Promise<void> {
  const { trx, input: read, now, record } = call;
  if (read.source === 'team') await settleTeam(plan, call);
  if (read.source !== 'secretariat') return;
  const moved = await settleSecretariat(trx, read.unnamed, now);
  moved.joined.forEach((personId) => record(registerCase, 'secretariatJoined', { personId }));
  moved.left.forEach((personId) => record(registerCase, 'secretariatLeft', { personId }));
}

export const noteDirectory = oldAct({
  name: 'noteDirectory',
  may: systemOnly,
  input,
  load,
  decide: () => null,
  async apply({ row, plan, held }, call) {
    const { trx, input: read, now } = call;
    const counts = { joined: plan.joined.length, left: plan.left.length };
    if (row.version !== read.version) return { taken: false, ...counts };
    const looked = lookedAt(row, read, now);
    await seePeople(trx, read.people ?? read.joined ?? [], now);
    if (held || read.dryRun) {
      const found = { gone: read.gone, unread: read.unread?.length ?? row.plan?.unread ?? 0 };
      const shown = { ...plan, at: now.toISOString(), held, ...found };
      await updateSource(trx, read.source, { ...looked, plan: shown });
      return { taken: false, ...counts };
    }
    await join(trx, read.source, plan.joined, now);
    await leave(trx, read.source, plan.left, now);
    await updateSource(trx, read.source, {
      ...looked,
      ...(read.people && { readAt: now }),
      version: read.version + 1,
      plan: leftToSay(row, read, now),
    });
    await settleRights(plan, call);
    // Who is in the register and came into the team can be given the app.
    if (read.source === 'team' && plan.joined.length > 0) call.enqueue('bringPerson', {});
    return { taken: true, ...counts };
  },
});
