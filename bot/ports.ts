import type { SendOutcome } from './process/messages.ts';
import type { Presence } from './process/presence.ts';

/** What the process needs from outside, in its own words. The gateways in teams/ and graph/ provide it. */

/** Everything a chat shows for one message. `card` is an Adaptive Card; the rest is for notifications and readers. */
export interface ChatMessage {
  card: object;
  /** The card as JSON, where measuring it has made that already: large, and not to be made twice. */
  json?: string;
  summary: string;
  text: string;
}

export interface Address {
  conversationId: string;
  serviceUrl: string;
  tenantId: string;
}

export interface Messenger {
  /** One message to one chat. Never throws: what happened is the outcome. */
  send(to: Address, message: ChatMessage): Promise<SendOutcome>;
  /** Replaces a message that was sent before; repeating it is harmless. */
  update(to: Address, activityId: string, message: ChatMessage): Promise<SendOutcome>;
}

/** Who we ask the platform about, in one meeting. */
export interface PresenceQuestion extends Address {
  meetingId: string;
  objectIds: string[];
}
export interface Meetings {
  /** Is each of these people in the meeting now? Keys are the object ids asked for. */
  presence(question: PresenceQuestion): Promise<Record<string, Presence>>;
  /** What the platform knows of the meeting a chat belongs to; null when it cannot say. */
  info(address: Address, meetingId: string): Promise<{ joinUrl: string | null } | null>;
}

export interface MailMessage {
  subject: string;
  html: string;
}

export interface Mail {
  /** One message to one address. Never throws: what happened is the outcome. */
  send(to: string, message: MailMessage): Promise<SendOutcome>;
}

export interface Clock {
  now(): Date;
}
