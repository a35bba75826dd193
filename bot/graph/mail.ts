import type { Message } from '@microsoft/microsoft-graph-types';
import type { Mail } from '../ports.ts';
import type { SendOutcome } from '../process/messages.ts';
import { statusOf, type Graph } from './graph.ts';

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
        return outcomeOf(statusOf(error));
      }
    },
  };
}

/** 202 is "queued" and the only yes; a call that got no answer may have been one. */
function outcomeOf(status: number): SendOutcome {
  if ([429, 503, 504].includes(status))
    return { sent: false, retry: true, reason: 'mailUnavailable', afterMs: null };
  return { sent: false, retry: false, reason: 'mailUnavailable', uncertain: status <= 0 };
}
