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

export type Place = { conversationId?: string; objectId?: string; target?: 'connector' | 'graph' };

export function throttled(retryAfter = 1): WireError {
  const [status, code, message] = answers['429'];
  return new WireError(status, code, message, { 'retry-after': String(retryAfter) });
}

function errorOf(fault: Fault): WireError | null {
  if (fault.kind === 'slow') return null;
  if (fault.kind === '429') return throttled(fault.retryAfter);
  return new WireError(...answers[fault.kind]);
}

const fits = (fault: Fault, place: Place): boolean =>
  (fault.target ?? 'connector') === (place.target ?? 'connector') &&
  (fault.conversationId === undefined || fault.conversationId === place.conversationId) &&
  (fault.objectId === undefined || fault.objectId === place.objectId);

export type Faults = ReturnType<typeof createFaults>;

/** What has been switched on to go wrong. */
export function createFaults() {
  let list: Fault[] = [];
  let last = 0;
  return {
    add: (fault: Omit<Fault, 'id'>): Fault => {
      if (!faultKinds.includes(fault.kind)) throw new WireError(400, 'BadArgument', `No fault ${fault.kind}`);
      const added = { ...fault, id: ++last };
      list.push(added);
      return added;
    },
    clear: (id?: number) => void (list = id === undefined ? [] : list.filter((f) => f.id !== id)),
    list: () => list,
    /** Waits where a fault says so, and gives the error to answer with, if any. */
    meet: async (
      place: Place,
      kinds: readonly FaultKind[],
    ): Promise<{ error: WireError; after: boolean } | null> => {
      for (const fault of list) {
        if (!kinds.includes(fault.kind) || !fits(fault, place)) continue;
        if (fault.times !== undefined && --fault.times <= 0) list = list.filter((f) => f !== fault);
        if (fault.kind === 'slow') await new Promise((done) => setTimeout(done, fault.ms ?? 3000));
        const error = errorOf(fault);
        if (error) return { error, after: fault.afterStoring === true };
      }
      return null;
    },
  };
}
