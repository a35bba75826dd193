import { WireError } from './http.ts';

export const faultKinds = [
  '429',
  '502',
  '503',
  '412',
  'blocked',
  'notInRoster',
  'slow',
  'participantError',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  id: number;
  kind: FaultKind;
  /** Only this conversation; without it (and without objectId) all of them. */
  conversationId?: string;
  /** Only the personal chat, the presence or the mail of this person. */
  objectId?: string;
  /** How many requests it hits; without it until it is taken away. */
  times?: number;
  /** Seconds, with 429. */
  retryAfter?: number;
  /** Milliseconds, with slow. */
  ms?: number;
  /** The message is posted although the answer is an error, as a gateway's time-out would have it. */
  afterStoring?: boolean;
  /** Which stand-in it hits; the Connector unless told. */
  target?: 'connector' | 'graph';
};

const answers: Record<Exclude<FaultKind, 'slow'>, [status: number, code: string, message: string]> = {
  '429': [429, 'Throttled', 'Too many requests.'],
  '502': [502, 'ServiceError', 'Service dependency error.'],
  '503': [503, 'ServiceError', 'Service is unavailable.'],
  '412': [412, 'PreconditionFailed', 'Precondition failed, please try again.'],
  blocked: [403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'],
  notInRoster: [403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'],
  participantError: [500, 'ServiceError', 'Unknown error.'],
};

export function throttled(retryAfter = 1): WireError {
  const [status, code, message] = answers['429'];
  return new WireError(status, code, message, { 'retry-after': String(retryAfter) });
}

/** Null: nothing is wrong with the answer but its time. */
export function errorOf(fault: Fault): WireError | null {
  if (fault.kind === 'slow') return null;
  if (fault.kind === '429') return throttled(fault.retryAfter);
  return new WireError(...answers[fault.kind]);
}
