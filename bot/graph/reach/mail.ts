import type { Message } from '@microsoft/microsoft-graph-types';
import type { Mail } from '../../ports.ts';
import type { SendOutcome } from '../../process/reach/messages.ts';
import { askedWaitMs, mayComeAgain, maybeDone, type Graph } from '../frame/graph.ts';

/** Mail from the secretariat's mailbox with Microsoft Graph (`sendMail`; least permission `Mail.Send`). */
export function graphMail(graph: Graph, from: string): Mail {
  return {
    async send(to, { subject, html }) {
      const message: Message = {
        subject,
        body: { contentType: 'html', content: html },
        toRecipients: [{ emailAddress: { address: to } }],
      };
      try {
        // Never repeated here: a mail that may have left is the outbox's decision.
        await graph.post(`/users/${encodeURIComponent(from)}/sendMail`, { message, saveToSentItems: true });
        return { sent: true, activityId: null };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/**
 * 202 is "queued" and the only yes. A mail that surely has not left waits; one that may have is in doubt, and is sent again
 * by nobody but the secretariat; what Exchange refuses it would refuse again.
 */
function outcomeOf(error: unknown): SendOutcome {
  if (mayComeAgain(error))
    return { sent: false, retry: true, reason: 'mailUnavailable', afterMs: askedWaitMs(error) };
  if (maybeDone(error)) return { sent: false, retry: false, reason: 'unknown', uncertain: true };
  return { sent: false, retry: false, reason: 'mailUnavailable', uncertain: false };
}
