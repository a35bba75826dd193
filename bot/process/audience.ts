/** What of an event decides who may learn, at that moment, that it happened. */
export interface Happened {
  type: string;
  /** Whose it is: a member's answer, comment or ballot. */
  organisationId: string | null;
  jointWith: string[];
  /** In a hearing: until its deadline answers are sealed. */
  open: boolean;
  /** Of a comment: it has left its organisation. */
  handedIn: boolean;
  /** Of a ballot: not the organisation's first one in this vote. */
  again: boolean;
}

/** Everybody, or these organisations and perhaps the secretariat. */
export type Audience = 'everybody' | { organisations: string[]; secretariat: boolean };

const ofComment = new Set(['commentAdded', 'commentEdited', 'commentWithdrawn']);
const ofAnswer = new Set(['answerSubmitted', 'answerChanged', 'commentDisposed']);
const ofBallot = new Set(['ballotCast', 'ballotRecordedOnBehalf']);

/**
 * To be told that a case has changed, with nothing in it that one may see, is to be told of what is sealed. How many
 * ballots are in is told on purpose, so a first ballot is everybody's to hear of, and a change of it is not.
 */
export function audienceOf({ type, organisationId, jointWith, open, handedIn, again }: Happened): Audience {
  if (organisationId === null) return 'everybody';
  const own = [organisationId];
  if (ofComment.has(type)) {
    if (!handedIn) return { organisations: own, secretariat: false };
    return open ? { organisations: own, secretariat: true } : 'everybody';
  }
  if (ofAnswer.has(type))
    return open ? { organisations: [...own, ...jointWith], secretariat: true } : 'everybody';
  return ofBallot.has(type) && again ? { organisations: own, secretariat: false } : 'everybody';
}
