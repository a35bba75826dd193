// Who may: the platform only, from a verified activity. Changes: where the bot can speak, of teams in the host team alone where
// there is one, whoever adds the app to a team of theirs; a meeting chat is matched to its meeting by its thread or the join link. Refuses: everybody else. A repeat: the same chat, refreshed.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { meetingByThread } from '../../store/meeting/calendarEvents.ts';
import { conversationById, forget, putConversation } from '../../store/reach/conversations.ts';
import type { Trx } from '../../store/frame/database.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { meetingByLink } from '../../store/meeting/meetingLists.ts';
import { linkMeetingChat, lockMeeting, meetingByChat } from '../../store/meeting/meetings.ts';
import { personByAccount } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { greet } from '../reach/greet.ts';

/** What is told in a channel is the members' to read. Teams does not name the group in all that it tells of a team. */
async function isStrange(trx: Trx, groupId: string | undefined, known: boolean): Promise<boolean> {
  const host = await hostTeam(trx);
  if (host === null) return false;
  return groupId ? groupId !== host.toLowerCase() : !known;
}

export const noteConversation = act({
  name: 'noteConversation',
  may: systemOnly,
  about: { conversationId: z.string(), kind: z.enum(['personal', 'team', 'meeting']) },
  form: {
    objectId: z.string().toLowerCase().optional(),
    serviceUrl: z.string(),
    tenantId: z.string().toLowerCase(),
    teamId: z.string().optional(),
    /** The team as Entra numbers it. */
    groupId: z.string().toLowerCase().optional(),
    /** What Teams says of the meeting this chat belongs to. */
    meeting: z.object({ joinUrl: z.string().optional(), platformId: z.string().optional() }).optional(),
  },
  async load({ trx, about: { conversationId, kind } }) {
    const linked = await meetingByChat(trx, conversationId);
    const byThread = kind === 'meeting' ? await meetingByThread(trx, conversationId) : null;
    return { known: await conversationById(trx, conversationId), matched: linked ?? byThread };
  },
  async read({ known, matched }, { trx, about: { kind }, form }) {
    const { tenantId, objectId, meeting: told } = form;
    const person = objectId ? await personByAccount(trx, { tenantId, objectId }) : null;
    const byLink = told?.joinUrl ? await meetingByLink(trx, told.joinUrl) : null;
    const strange = kind === 'team' && (await isStrange(trx, form.groupId, known !== null));
    return { person, meeting: matched ?? byLink, strange };
  },
  async apply(
    { strange, person, meeting, known },
    { trx, about: { conversationId, kind }, form, now, record },
  ) {
    const { serviceUrl, tenantId } = form;
    if (strange) {
      await forget(trx, conversationId);
      return { conversationId, meetingId: null };
    }
    const objectId = kind === 'personal' ? (form.objectId ?? known?.objectId ?? null) : null;
    const personId = kind === 'personal' ? (person?.id ?? known?.personId ?? null) : null;
    const teamId = form.teamId ?? known?.teamId ?? null;
    await putConversation(trx, {
      id: conversationId,
      kind,
      personId,
      objectId,
      serviceUrl,
      tenantId,
      teamId,
      updatedAt: now,
    });
    if (!known && kind === 'personal') await greet({ trx, now }, person);
    const platformId = form.meeting?.platformId ?? null;
    const news =
      meeting &&
      (meeting.conversationId !== conversationId || (platformId && meeting.platformId !== platformId));
    if (kind === 'meeting' && news) {
      await lockMeeting(trx, meeting.id);
      await linkMeetingChat(trx, meeting.id, conversationId, platformId);
      if (meeting.conversationId !== conversationId)
        record(meeting.id, 'meetingLinked', { meetingId: meeting.id, conversationId });
    }
    return { conversationId, meetingId: meeting?.id ?? null };
  },
});
