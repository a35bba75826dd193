import { both, type Key, type Text } from '../../i18n/index.ts';
import {
  earliestStart,
  proposeTimes,
  rankTimes,
  owesAnswer,
  schedulingState,
  type Knowledge,
  type RatedTime,
} from '../../process/scheduling/scheduling.ts';
import { peopleNamed, type PersonNamed } from '../../store/meeting/attendance.ts';
import { askedIn, saidIn } from '../../store/scheduling/polls.ts';
import type { InviteeRow, PollSlotRow, SchedulingRow } from '../../store/schema.ts';
import {
  busyTimesOf,
  inviteeOf,
  saidBy,
  schedulingById,
  slotsOf,
} from '../../store/scheduling/scheduling.ts';
import { schedulingPage } from '../../store/meeting/calendarLists.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import type { SchedulingsView, SchedulingView } from '../meeting/shapes.ts';

type Invitee = InviteeRow & PersonNamed;

/** Graph's codes are many; two are worth a sentence of their own. */
const reasons: Record<string, Key> = {
  ErrorMailRecipientNotFound: 'scheduling.unreadable.elsewhere',
  ErrorProxyRequestProcessingFailed: 'scheduling.unreadable.elsewhere',
  noAddress: 'scheduling.unreadable.noAddress',
};
const whyOf = ({ readable, unreadableBecause }: Invitee): Text | null =>
  readable === false
    ? both(reasons[unreadableBecause ?? ''] ?? 'scheduling.unreadable.other', {
        code: unreadableBecause ?? '',
      })
    : null;

function timeShown({ startsAt, endsAt, standing, counts, chairsMissing }: RatedTime, invitees: Invitee[]) {
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    counts,
    chairsMissing,
    standing: invitees.map(({ personId }) => standing.get(personId) ?? 'unknown'),
  };
}

async function timesFor(
  { db, now }: Viewing,
  row: SchedulingRow,
  { invitees, slots }: Material,
): Promise<SchedulingView['times']> {
  const people = invitees.map(({ personId, chair, readable }) => ({
    personId,
    chair,
    readable: readable === true,
  }));
  const [taken, said] = await Promise.all([busyTimesOf(db, row.id), saidIn(db, row.id)]);
  const known: Knowledge = { people, taken, said };
  const offered = slots.map(({ startsAt }) => startsAt);
  // Where everybody's calendar is read, there is no poll to wait for.
  const wait = people.some(owesAnswer) ? row.respondBy : null;
  const rated =
    offered.length > 0
      ? rankTimes(offered, row.minutes, known)
      : proposeTimes(row, earliestStart(now, wait), known);
  return rated.map((one) => timeShown(one, invitees));
}

const calendarsOf = ({ readAt, failure }: SchedulingRow, invitees: Invitee[]) => ({
  readAt: readAt?.toISOString() ?? null,
  failure: failure ? both(`scheduling.failure.${failure}` as 'scheduling.failure.unavailable') : null,
  readable: invitees.filter(({ readable }) => readable === true).length,
  unreadable: invitees.filter(({ readable }) => readable === false).length,
});

const inviteeShown = (one: Invitee): SchedulingView['invitees'][number] => ({
  personId: one.personId,
  name: one.displayName,
  organisationName: one.organisationName,
  chair: one.chair,
  readable: one.readable,
  why: whyOf(one),
  answeredAt: one.answeredAt?.toISOString() ?? null,
});

/** The secretariat's part: who is asked, what their calendars say, and how good each time is. */
async function insight(
  context: Viewing,
  row: SchedulingRow,
  material: Material,
): Promise<Pick<SchedulingView, 'calendars' | 'invitees' | 'times'>> {
  if (!context.reader.secretariat) return { calendars: null, invitees: [], times: [] };
  return {
    calendars: calendarsOf(row, material.invitees),
    invitees: material.invitees.map(inviteeShown),
    times: await timesFor(context, row, material),
  };
}

/** What is read of one search beside its row. */
interface Material {
  own: InviteeRow | null;
  /** Everyone who is asked, by organisation and name; for the secretariat alone. */
  invitees: Invitee[];
  slots: PollSlotRow[];
}

/** Of all of them at once; null for one that is not there for this reader. */
async function materialOf({ db, reader }: Viewing, rows: SchedulingRow[]): Promise<(Material | null)[]> {
  const parts = await Promise.all(
    rows.map(({ id }) =>
      Promise.all([
        inviteeOf(db, id, reader.personId),
        reader.secretariat ? askedIn(db, id) : [],
        slotsOf(db, id),
      ]),
    ),
  );
  const people = await peopleNamed(
    db,
    parts.flatMap(([, asked]) => asked.map(({ personId }) => personId)),
  );
  return parts.map(([own, asked, slots], index) => {
    // For the secretariat, and for those who are asked; to others it is not there.
    if (!reader.secretariat && !(own && rows[index]!.openedAt)) return null;
    const by = new Map(asked.map((one) => [one.personId, one]));
    const invitees = [...people.values()].flatMap((person): Invitee[] => {
      const invitee = by.get(person.personId);
      return invitee ? [{ ...invitee, ...person }] : [];
    });
    return { own, invitees, slots };
  });
}

async function shown(context: Viewing, row: SchedulingRow, material: Material): Promise<SchedulingView> {
  const { db, reader } = context;
  const { own, slots } = material;
  const { id, kind, season, caseId, title, agenda, minutes, meetingId } = row;
  const [possible, insights] = await Promise.all([
    saidBy(db, id, reader.personId),
    insight(context, row, material),
  ]);
  const input = { schedulingId: id };
  return {
    id,
    kind,
    season,
    revisionId: caseId,
    title,
    agenda,
    minutes,
    from: row.fromDay,
    to: row.toDay,
    state: schedulingState(row),
    respondBy: row.respondBy?.toISOString() ?? null,
    openedAt: row.openedAt?.toISOString() ?? null,
    meetingId,
    ...insights,
    slots: slots.map(({ startsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString(),
      possible: possible.get(startsAt.getTime()) ?? null,
    })),
    mine: own ? { answeredAt: own.answeredAt?.toISOString() ?? null } : null,
    allowed: await mayAll(context, [
      ['readCalendars', input],
      ['openPoll', input],
      ['answerPoll', input],
      ['settleTime', input],
      ['dropScheduling', input],
    ]),
  };
}

export async function schedulingView(context: Viewing, { id }: { id: string }): Promise<SchedulingView> {
  const row = found(await schedulingById(context.db, id));
  return shown(context, row, found((await materialOf(context, [row]))[0]));
}

export async function schedulingsView(
  context: Viewing,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<SchedulingsView> {
  const rest = await schedulingPage(context.db, { reader: context.reader, after, limit: limit + 1 });
  const part = rest.slice(0, limit);
  const materials = await materialOf(context, part);
  const seen = part.flatMap((row, index) => (materials[index] ? [{ row, material: materials[index] }] : []));
  const items = await Promise.all(seen.map(({ row, material }) => shown(context, row, material)));
  const allowed = await mayAll(context, [['findTime', {}]]);
  return { items, allowed, ...(part.length < rest.length && { next: part.at(-1)!.id }) };
}
