import type { Address, ChatMessage, Meetings, Messenger } from '../../ports.ts';
import type { SendOutcome } from '../../process/reach/messages.ts';
import { outcomeOf, outcomeOfError, type Connector } from '../frame/connector.ts';
import type { Presence } from '../../process/frame/presence.ts';

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** A message activity: the card, and a summary for notifications. Text beside a card would be shown twice. */
export const activityOf = (message: ChatMessage) => ({
  type: 'message',
  summary: message.summary,
  attachments: [{ contentType: adaptiveCard, content: message.card }],
});

const path = (conversationId: string, activityId?: string): string => {
  const base = `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  return activityId ? `${base}/${encodeURIComponent(activityId)}` : base;
};

export function messengerOn(connector: Connector): Messenger {
  const attempt = async (
    to: Address,
    method: string,
    where: string,
    message: ChatMessage,
  ): Promise<SendOutcome> => {
    try {
      const body = { ...activityOf(message), channelData: { tenant: { id: to.tenantId } } };
      return outcomeOf(await connector(to.serviceUrl, method, where, body));
    } catch (error) {
      return outcomeOfError(error);
    }
  };
  return {
    send: (to, message) => attempt(to, 'POST', path(to.conversationId), message),
    update: (to, activityId, message) => attempt(to, 'PUT', path(to.conversationId, activityId), message),
  };
}

/**
 * Who is in a meeting now. A person who is not in the roster of a meeting that Teams knows is out. The same 404 is given of
 * everybody when the meeting itself is ended or not known: that, and any other trouble, is "unknown", never a no.
 */
export function meetingsOn(connector: Connector): Meetings {
  const one = async (
    serviceUrl: string,
    tenantId: string,
    meetingId: string,
    objectId: string,
  ): Promise<Presence | 'notThere'> => {
    try {
      const who = `${encodeURIComponent(meetingId)}/participants/${objectId}?tenantId=${tenantId}`;
      const { status, body } = await connector(serviceUrl, 'GET', `v1/meetings/${who}`);
      if (status === 404) return 'notThere';
      if (status !== 200) return 'unknown';
      return (body['meeting'] as { inMeeting?: boolean } | undefined)?.inMeeting === true ? 'in' : 'out';
    } catch {
      return 'unknown';
    }
  };
  const info = async (serviceUrl: string, meetingId: string): Promise<{ joinUrl: string | null } | null> => {
    try {
      const where = `v1/meetings/${encodeURIComponent(meetingId)}`;
      const { status, body } = await connector(serviceUrl, 'GET', where);
      const details = body['details'] as { joinUrl?: string } | undefined;
      return status === 200 ? { joinUrl: details?.joinUrl ?? null } : null;
    } catch {
      return null;
    }
  };
  const known = async (serviceUrl: string, meetingId: string) => (await info(serviceUrl, meetingId)) !== null;
  return {
    async presence({ objectIds, serviceUrl, tenantId, meetingId }) {
      const answers = await Promise.all(
        objectIds.map((objectId) => one(serviceUrl, tenantId, meetingId, objectId)),
      );
      const missing =
        answers.includes('notThere') && (await known(serviceUrl, meetingId)) ? 'out' : 'unknown';
      return Object.fromEntries(
        answers.map((answer, index) => [objectIds[index]!, answer === 'notThere' ? missing : answer]),
      );
    },
    info: ({ serviceUrl }, meetingId) => info(serviceUrl, meetingId),
  };
}
