/**
 * What of sealed things is told on purpose, while a hearing or a vote is open, to those whom they are sealed from. What is
 * not in this list is told to nobody: a test reads it, changes one sealed thing after another, and looks at everything
 * that everybody else is shown.
 */

/** Something that a member does, or the secretariat types in for one, and that is sealed from others; and a mark, which is not. */
export const sealedChanges = [
  'draftWritten',
  'draftEdited',
  'draftWithdrawn',
  'answerSubmitted',
  'answerChanged',
  'jointProposed',
  'jointWordsChanged',
  'jointAccepted',
  'jointDeclined',
  'ballotCast',
  'ballotChanged',
  'ballotRecused',
  'ballotOnBehalf',
  'seatMarked',
  'commentMailed',
  'answerMailed',
] as const;
export type SealedChange = (typeof sealedChanges)[number];

/** `named`: whom the sender of an answer named in it; `sender`: whose joint answer another one decided about. */
export type Outsiders = 'everybody' | 'secretariat' | 'secretariatAndChair' | 'named' | 'sender';

export interface Told {
  what: string;
  /** After which changes it may be another. */
  after: readonly SealedChange[];
  to: Outsiders;
  asOf: 'now' | 'midnight';
  why: string;
  /** Where: the view, and the places in it, a star for any one name or number and two for all below. */
  in: Readonly<Record<string, readonly string[]>>;
}

const joint = ['jointProposed', 'jointWordsChanged', 'jointAccepted', 'jointDeclined'] as const;
const answers = ['answerSubmitted', 'answerChanged', 'commentMailed', 'answerMailed', ...joint] as const;
const firstBallots = ['ballotCast', 'ballotOnBehalf'] as const;

export const told: readonly Told[] = [
  {
    what: 'the answers that were submitted, and the comments that went along',
    after: answers,
    to: 'secretariat',
    asOf: 'now',
    why: 'The secretariat receives the answers and answers every comment; what was not submitted it is not told of. That it looks stands in the trail; that somebody answered, and who, it is told without looking, so that it reminds the others.',
    in: {
      hearing: ['answered', 'answers.**'],
      comments: ['items.**'],
      revision: ['hearing.answered', 'hearings.*.answered'],
      revisions: ['items.*.hearing.answered'],
      deliveries: ['items.*.state'],
      trail: ['items.**'],
    },
  },
  {
    what: 'an answer to whom it names as part of a joint one: the words, and who else was asked',
    after: ['jointProposed', 'jointWordsChanged'],
    to: 'named',
    asOf: 'now',
    why: 'Nobody puts their name to words that they have not read. What else the sender or anybody answered is not told.',
    in: { hearing: ['mine.proposals.**', 'allowed.**'], tasks: ['items.**'], allowed: ['**'] },
  },
  {
    what: 'that somebody was asked about a joint answer or told of one',
    after: joint,
    to: 'secretariat',
    asOf: 'now',
    why: 'It sees to it that every message arrives.',
    in: { deliveries: ['items.**'] },
  },
  {
    what: 'what those whom an answer names have decided, to its sender',
    after: ['jointAccepted', 'jointDeclined'],
    to: 'sender',
    asOf: 'now',
    why: 'It is about the sender’s own answer, which is joint with them or not.',
    in: { hearing: ['mine.answer.**', 'answers.**'] },
  },
  {
    what: 'how many of those heard have answered',
    after: answers,
    to: 'everybody',
    asOf: 'midnight',
    why: 'Everybody may know how far a hearing has come; to the minute it would tell who has just answered.',
    in: {},
  },
  {
    what: 'how many ballots are in',
    after: firstBallots,
    to: 'everybody',
    asOf: 'now',
    why: 'The meeting waits for the last ballot, and sees by the count that its own was taken.',
    in: {
      vote: ['cast'],
      revision: ['vote.cast', 'votes.*.cast'],
      revisions: ['items.*.vote.cast'],
    },
  },
  {
    what: 'whose ballot is still missing',
    after: firstBallots,
    to: 'secretariatAndChair',
    asOf: 'now',
    why: 'Whoever runs the meeting asks those who have not voted before the vote is closed.',
    in: { vote: ['turnout.*.cast', 'turnout.*.present'], deliveries: ['items.*.state'] },
  },
  {
    what: 'that an organisation was told of the ballot that was recorded for it',
    after: ['ballotOnBehalf'],
    to: 'secretariat',
    asOf: 'now',
    why: 'The secretariat recorded it, and sees to it that the message arrives.',
    in: { deliveries: ['items.**'] },
  },
  {
    what: 'whom the secretariat has marked as present',
    after: ['seatMarked'],
    to: 'everybody',
    asOf: 'now',
    why: 'Who is in the meeting is no secret; that somebody is there because a ballot was recorded for them is shown with the ballots.',
    in: {
      meeting: ['presence.*.present'],
      vote: ['turnout.*.present'],
      trail: ['items.**', 'verification.**'],
    },
  },
  {
    what: 'that a vote or a hearing has ended, by one head more than the clock asks for, at the public address',
    // Nothing of what is sealed: it ends, and with it the seal.
    after: [],
    to: 'everybody',
    asOf: 'now',
    why: 'The result is told at once, with the head that it stands under: an hour later nobody could prove what it was meanwhile.',
    in: {},
  },
  {
    what: 'that something was written into the trail of a case, and that the chain over it holds',
    after: sealedChanges,
    to: 'everybody',
    asOf: 'now',
    why: 'Anyone may recount a chain at any moment, with what they may not read in it; so they know how long it is and when it grew by how much, and neither what an entry says, of which kind it is, nor whose or when.',
    in: {
      trail: [
        'items.*',
        'items.*.seq',
        'items.*.hash',
        'items.*.previous',
        'items.*.digest',
        'verification.checked',
        'verification.unsealed',
      ],
    },
  },
];
