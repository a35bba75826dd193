import { eventOf } from '../events.ts';

/** What of an event decides who may learn, at that moment, that it happened. */
export interface Happened {
  type: string;
  /** Whose it is: a member's answer, comment or ballot. */
  organisationId: string | null;
  jointWith: string[];
  /** Of a joint answer. */
  senderId: string | null;
  /** In a hearing: until its deadline answers are sealed. */
  open: boolean;
  /** Of a comment: it has left its organisation. */
  handedIn: boolean;
  /** Of a ballot: not the organisation's first one in this vote. */
  again: boolean;
}

/** Everybody, or these organisations and perhaps the secretariat. */
export type Audience = 'everybody' | { organisations: string[]; secretariat: boolean };

/**
 * To be told that a case has changed, with nothing in it that one may see, is to be told of what is sealed: so whoever may
 * not read an event does not hear of it either. How many ballots are in is told on purpose, so a first ballot is
 * everybody's to hear of, and a change of it is not.
 */
export function audienceOf({
  type,
  organisationId,
  jointWith,
  senderId,
  open,
  handedIn,
  again,
}: Happened): Audience {
  const kind = eventOf(type);
  const own = organisationId === null ? [] : [organisationId];
  const together = senderId === null ? own : [...own, senderId];
  // One of a later version of the app is sealed from everybody.
  if (!kind) return { organisations: own, secretariat: false };
  // A lead reads it when they look: whoever else is of the same organisation is not even to hear of it.
  if (kind.readers !== 'members') return { organisations: [], secretariat: true };
  switch (kind.sealed) {
    case 'never':
    case 'closing':
      return 'everybody';
    case 'untilDeadline':
      return open ? { organisations: [], secretariat: true } : 'everybody';
    case 'comment':
      if (!handedIn) return { organisations: own, secretariat: false };
      return open ? { organisations: own, secretariat: true } : 'everybody';
    case 'disposition':
    case 'answer':
      return open ? { organisations: [...own, ...jointWith], secretariat: true } : 'everybody';
    case 'joined':
      return open ? { organisations: together, secretariat: true } : 'everybody';
    case 'between':
      return { organisations: together, secretariat: true };
    case 'ballot':
      return again ? { organisations: own, secretariat: false } : 'everybody';
  }
}
