import { represented } from '../../process/group/workingGroup.ts';
import { groupOf, seatedIn, seatsIn } from '../../store/group/groups.ts';
import { groupsLed, type Lead } from '../../store/group/leads.ts';
import { errandOf } from '../../store/reach/errands.ts';
import type { Reader } from '../../store/frame/database.ts';
import type { Case } from '../../store/schema.ts';
import type { Viewing } from '../frame/context.ts';
import { errandShown } from '../reach/errands.ts';
import { reachOf } from '../reach/reach.ts';
import type { GroupView } from '../case/shapes.ts';

export interface GroupCounted {
  lead: Lead | null;
  /** Member organisations in it. */
  represented: number;
}

/** The group of each case that has one, with no more than its row says. */
export async function groupsCounted(db: Reader, cases: { id: string }[]): Promise<Map<string, GroupCounted>> {
  const all = cases.map(({ id }) => id);
  const [led, seats] = await Promise.all([groupsLed(db, all), seatedIn(db, all)]);
  const of = Map.groupBy(seats, ({ caseId }) => caseId);
  return new Map(
    [...led].map(([id, lead]) => [
      id,
      { lead, represented: represented(of.get(id) ?? [], lead?.id ?? null) },
    ]),
  );
}

/** A case's working group; null until it is formed. How its people are reached is for the secretariat. */
export async function groupView({ db, reader }: Viewing, { id, ref }: Case): Promise<GroupView | null> {
  const group = await groupOf(db, id);
  if (!group) return null;
  const { state, ...why } = errandShown(await errandOf(db, 'channel', id), { ref });
  const seats = await seatsIn(db, [id]);
  const ids = seats.map(({ personId }) => personId);
  const reach = reader.secretariat ? await reachOf(db, ids) : new Map();
  return {
    formedAt: group.createdAt.toISOString(),
    represented: represented(seats, group.leadId),
    channel: { state: state === 'none' ? 'waiting' : state, url: group.channelUrl, ...why },
    seats: seats.map(({ caseId: _, since, ...seat }) => ({
      ...seat,
      since: since.toISOString(),
      reach: reach.get(seat.personId) ?? null,
    })),
  };
}
