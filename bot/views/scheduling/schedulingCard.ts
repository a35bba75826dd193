import { schedulingState, type SchedulingState } from '../../process/scheduling/scheduling.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { inviteeOf, saidBy, schedulingById, slotsOf } from '../../store/scheduling/scheduling.ts';
import { found, NotFound, type Viewing } from '../frame/context.ts';

/** What a card shows of the search for a time: the times on offer and the reader's own answer, nobody else's. */
export interface SchedulingCardView {
  id: string;
  title: string;
  agenda: string;
  minutes: number;
  state: SchedulingState;
  respondBy: Date | null;
  slots: { startsAt: Date; endsAt: Date; possible: boolean | null }[];
  answeredAt: Date | null;
  /** When the meeting is, once that is settled. */
  settledAt: Date | null;
}

export async function schedulingCardView(
  { db, reader }: Pick<Viewing, 'db' | 'reader'>,
  id: string,
): Promise<SchedulingCardView> {
  const row = found(await schedulingById(db, id));
  const invitee = await inviteeOf(db, id, reader.personId);
  // Asked before the poll is open, nobody has anything to see.
  if (!row.openedAt || !(invitee || reader.secretariat)) throw new NotFound();
  const possible = await saidBy(db, id, reader.personId);
  const meeting = row.meetingId ? await meetingById(db, row.meetingId) : null;
  const { title, agenda, minutes, respondBy } = row;
  return {
    id,
    title,
    agenda,
    minutes,
    state: schedulingState(row),
    respondBy,
    slots: (await slotsOf(db, id)).map(({ startsAt }) => ({
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      possible: possible.get(startsAt.getTime()) ?? null,
    })),
    answeredAt: invitee?.answeredAt ?? null,
    settledAt: meeting?.startsAt ?? null,
  };
}
