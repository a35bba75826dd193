import { both, type Key, type Text } from '../../i18n/index.ts';
import {
  earliestStart,
  proposeTimes,
  rankTimes,
  schedulingState,
  type Knowledge,
  type RatedTime,
} from '../../process/scheduling/scheduling.ts';
import type { SchedulingRow } from '../../store/schema.ts';
import {
  busyTimesOf,
  inviteesOf,
  saidOf,
  schedulingById,
  slotsOf,
} from '../../store/scheduling/scheduling.ts';
import { schedulingPage } from '../../store/meeting/calendarLists.ts';
import { found, mayAll, NotFound, type Viewing } from '../frame/context.ts';
import type { SchedulingsView, SchedulingView } from '../meeting/shapes.ts';

type Invitee = Awaited<ReturnType<typeof inviteesOf>>[number];

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
  invitees: Invitee[],
): Promise<SchedulingView['times']> {
  const people = invitees.map(({ personId, chair, readable }) => ({
    personId,
    chair,
    readable: readable === true,
  }));
  const known: Knowledge = { people, taken: await busyTimesOf(db, row.id), said: await saidOf(db, row.id) };
  const offered = (await slotsOf(db, row.id)).map(({ startsAt }) => startsAt);
  // Where everybody's calendar is read, there is no poll to wait for.
  const wait = people.every(({ readable }) => readable) ? null : row.respondBy;
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
  invitees: Invitee[],
): Promise<Pick<SchedulingView, 'calendars' | 'invitees' | 'times'>> {
  if (!context.reader.secretariat) return { calendars: null, invitees: [], times: [] };
  return {
    calendars: calendarsOf(row, invitees),
    invitees: invitees.map(inviteeShown),
    times: await timesFor(context, row, invitees),
  };
}

async function shown(context: Viewing, row: SchedulingRow, invitees: Invitee[]): Promise<SchedulingView> {
  const { db, reader } = context;
  const { id, kind, season, revisionId, title, agenda, minutes, meetingId } = row;
  const own = invitees.find(({ personId }) => personId === reader.personId);
  const said = (await saidOf(db, id)).filter(({ personId }) => personId === reader.personId);
  const possible = new Map(said.map((one) => [one.startsAt.getTime(), one.possible]));
  const input = { schedulingId: id };
  return {
    id,
    kind,
    season,
    revisionId,
    title,
    agenda,
    minutes,
    from: row.fromDay,
    to: row.toDay,
    state: schedulingState(row),
    respondBy: row.respondBy?.toISOString() ?? null,
    openedAt: row.openedAt?.toISOString() ?? null,
    meetingId,
    ...(await insight(context, row, invitees)),
    slots: (await slotsOf(db, id)).map(({ startsAt }) => ({
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

/** For the secretariat, and for those who are asked; to others it is not there. */
async function seen(context: Viewing, row: SchedulingRow): Promise<SchedulingView | null> {
  const { db, reader } = context;
  const invitees = await inviteesOf(db, row.id);
  const asked = invitees.some(({ personId }) => personId === reader.personId) && row.openedAt !== null;
  return reader.secretariat || asked ? shown(context, row, invitees) : null;
}

export async function schedulingView(context: Viewing, { id }: { id: string }): Promise<SchedulingView> {
  const view = await seen(context, found(await schedulingById(context.db, id)));
  if (!view) throw new NotFound();
  return view;
}

export async function schedulingsView(
  context: Viewing,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<SchedulingsView> {
  const items: SchedulingView[] = [];
  const rest = await schedulingPage(context.db, { reader: context.reader, after, limit: limit + 1 });
  const part = rest.slice(0, limit);
  for (const row of part) {
    const view = await seen(context, row);
    if (view) items.push(view);
  }
  const allowed = await mayAll(context, [['findTime', {}]]);
  return { items, allowed, ...(part.length < rest.length && { next: part.at(-1)!.id }) };
}
