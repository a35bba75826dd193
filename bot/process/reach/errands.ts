const hour = 60;
const day = 24 * hour;

interface ErrandFacts {
  /** A claim that nobody renews for so long is one of the dead. */
  claimSeconds: number;
  /** What a try costs others (a mail) is not tried again before its time, whoever's job fails. */
  costly?: true;
  /** Minutes after which what has come about, or is still to be told of, is looked at again; null: done is done. */
  lookAfter: number | null;
  /**
   * Why it may not come about, each with its sentence in both languages, and after how many minutes it is tried again by
   * itself; null: it waits for somebody to see to it.
   */
  reasons: Readonly<Record<string, number | null>>;
}

/** Why somebody could not be brought into Teams, whatever the step. */
const account = {
  denied: null,
  invitesOff: null,
  noAddress: null,
  accountTaken: null,
  unknownAccount: null,
  refused: null,
  unavailable: hour,
  notConnected: null,
  removed: null,
} as const;

/**
 * All that is brought about outside. How each is done stands in `jobs/errands.ts`, which does not compile without one of
 * them.
 */
const errands = {
  /** A meeting, as it is now, in the calendars of those who were called. */
  event: {
    claimSeconds: 60,
    lookAfter: null,
    reasons: { notConnected: null, unavailable: 5, eventGone: null },
  },
  /** The bot in a meeting's chat: Teams tells when it is in. */
  chat: {
    claimSeconds: 60,
    lookAfter: hour,
    reasons: { chatUnknown: hour, chatRefused: hour },
  },
  /** Somebody's account in the tenant. A mail goes with each invitation. */
  guest: { claimSeconds: 60, costly: true, lookAfter: null, reasons: { ...account, unavailable: day } },
  /** Their place in the host team. */
  team: { claimSeconds: 60, lookAfter: null, reasons: account },
  /** The app with them; not again for whoever removed it. */
  app: {
    claimSeconds: 60,
    lookAfter: null,
    reasons: { ...account, denied: day, unavailable: day, notConnected: day },
  },
  /** A working group's channel in the host team, with the case as its tab. */
  channel: {
    claimSeconds: 60,
    lookAfter: day,
    reasons: {
      denied: day,
      gone: day,
      nameTaken: day,
      refused: day,
      unavailable: 5,
      notConnected: day,
    },
  },
  /** SharePoint's copy of a file. It takes its time, and its claim is renewed as it goes. */
  file: {
    claimSeconds: 180,
    lookAfter: hour,
    reasons: {
      denied: null,
      noFolder: null,
      nameTaken: null,
      changed: null,
      refused: null,
      unavailable: hour,
    },
  },
} as const satisfies Record<string, ErrandFacts>;
export type ErrandKind = keyof typeof errands;
const factsOf: Record<ErrandKind, ErrandFacts> = errands;
export const errandKinds = Object.keys(errands) as [ErrandKind, ...ErrandKind[]];

/** Why an errand of this kind failed. */
export type ReasonOf<K extends ErrandKind> = keyof (typeof errands)[K]['reasons'] & string;
export const reasonsOf = <K extends ErrandKind>(kind: K) =>
  Object.keys(errands[kind].reasons) as [ReasonOf<K>, ...ReasonOf<K>[]];

export const claimSeconds = (kind: ErrandKind): number => factsOf[kind].claimSeconds;
export const isCostly = (kind: ErrandKind): boolean => factsOf[kind].costly ?? false;
/** The reasons after which it is tried again by itself. */
export const passingReasons = (kind: ErrandKind): string[] =>
  reasonsOf(kind).filter((reason) => factsOf[kind].reasons[reason] !== null);

/** How an errand went, as whoever did it tells. */
export type Went =
  /** `over`: there is nothing to look after. */
  | { done: true; over?: boolean }
  /** Outside was asked, and tells later. */
  | { waits: true }
  /** It is not to be done for now: left as it is, with why it failed, until it is asked for anew. */
  | { rests: true }
  | { failure: string };

/** Minutes until it is taken up again by itself; null: not before somebody asks. */
export function againAfter(kind: ErrandKind, went: Went): number | null {
  const { reasons, lookAfter } = factsOf[kind];
  if ('failure' in went) return reasons[went.failure] ?? null;
  return 'rests' in went || ('over' in went && went.over) ? null : lookAfter;
}

export interface Standing {
  wanted: number;
  done: number;
  failedAt: Date | null;
}
/** How an errand stands: one that failed and was asked for again waits. */
export const standingOf = ({ wanted, done, failedAt }: Standing): 'failed' | 'waiting' | 'done' =>
  failedAt ? 'failed' : done < wanted ? 'waiting' : 'done';
