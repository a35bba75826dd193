import { meetingById, meetingRows, openSessionOf, presenceIn } from '../store/meetings.ts';
import { organisations } from '../store/people.ts';
import type { MeetingRow } from '../store/schema.ts';
import { found, mayAll, pageAfter, type Viewing } from './context.ts';
import type { MeetingView } from './shapes/vote.ts';

async function meetingShown(context: Viewing, meeting: MeetingRow, whole: boolean): Promise<MeetingView> {
  const { db } = context;
  const session = await openSessionOf(db, meeting.id);
  const marks = session && whole ? await presenceIn(db, session.id) : [];
  const present = new Map(marks.map((mark) => [mark.organisationId, mark.present]));
  const all = whole ? await organisations(db) : [];
  const wanted = ['linkMeeting', 'openSession', 'endSession', 'markPresent'];
  return {
    id: meeting.id,
    kind: meeting.kind,
    season: meeting.season,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    joinUrl: meeting.joinUrl,
    linked: meeting.conversationId !== null,
    inSession: session !== null,
    presence: all.map((one) => ({
      organisationId: one.id,
      organisationName: one.name,
      present: present.get(one.id) ?? false,
    })),
    allowed: await mayAll(
      context,
      wanted.map((act) => [act, { meetingId: meeting.id }]),
    ),
  };
}

export async function meetingsView(
  context: Viewing,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: MeetingView[]; next?: string }> {
  const rest = pageAfter(await meetingRows(context.db), query.after);
  const part = rest.slice(0, query.limit);
  const items: MeetingView[] = [];
  for (const row of part) items.push(await meetingShown(context, row, false));
  return { items, ...(part.length < rest.length && { next: part.at(-1)!.id }) };
}

export async function meetingView(context: Viewing, { id }: { id: string }): Promise<MeetingView> {
  return meetingShown(context, found(await meetingById(context.db, id)), true);
}
