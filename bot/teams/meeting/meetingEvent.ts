import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { parseInstant } from '../../process/frame/calendar.ts';

const link = z.string().max(2_000).optional().catch(undefined);
const time = z
  .string()
  .max(40)
  .refine((value) => parseInstant(value) !== null)
  .optional()
  .catch(undefined);
const value = z
  .object({ joinUrl: link, JoinUrl: link, startTime: time, StartTime: time, endTime: time, EndTime: time })
  .catch({});

/** Teams spells the event's fields in two ways; the meeting's id is taken from the channel data, which has one. */
export function meetingEventIn(activity: Activity) {
  const said: z.infer<typeof value> = value.parse(activity.value ?? {});
  const data = (activity.channelData ?? {}) as { meeting?: { id?: string } };
  const joinUrl = said.joinUrl ?? said.JoinUrl;
  const where = {
    conversationId: activity.conversation.id,
    kind: 'meeting',
    serviceUrl: activity.serviceUrl,
    tenantId: activity.conversation.tenantId ?? '',
    meeting: { ...(joinUrl && { joinUrl }), ...(data.meeting?.id && { platformId: data.meeting.id }) },
  };
  return {
    where,
    startedAt: said.StartTime ?? said.startTime,
    endedAt: said.EndTime ?? said.endTime,
  };
}
