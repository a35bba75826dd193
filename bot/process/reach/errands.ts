interface ErrandFacts {
  /** A claim that nobody renews for so long is one of the dead. */
  claimSeconds: number;
  /** Minutes after which what has come about is looked at again; null: done is done. */
  lookAfter: number | null;
  /**
   * Why it may not come about, each with its sentence in both languages, and after how many minutes it is tried again by
   * itself; null: it waits for somebody to see to it.
   */
  reasons: Readonly<Record<string, number | null>>;
}

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
} as const satisfies Record<string, ErrandFacts>;
export type ErrandKind = keyof typeof errands;
const factsOf: Record<ErrandKind, ErrandFacts> = errands;
export const errandKinds = Object.keys(errands) as [ErrandKind, ...ErrandKind[]];
export const isErrandKind = (kind: string): kind is ErrandKind => Object.hasOwn(errands, kind);

/** Why an errand of this kind failed. */
export type ReasonOf<K extends ErrandKind> = keyof (typeof errands)[K]['reasons'] & string;
export const reasonsOf = <K extends ErrandKind>(kind: K) =>
  Object.keys(errands[kind].reasons) as [ReasonOf<K>, ...ReasonOf<K>[]];

export const claimSeconds = (kind: ErrandKind): number => factsOf[kind].claimSeconds;

/** How an errand went, as whoever did it tells. */
export type Went =
  /** `done`: the change it was taken up with; all that is wanted, unless told. */
  { done: number | null } | { failure: string };

/** Minutes until it is taken up again by itself; null: not before somebody asks. */
export const againAfter = (kind: ErrandKind, went: Went): number | null =>
  'failure' in went ? (factsOf[kind].reasons[went.failure] ?? null) : factsOf[kind].lookAfter;

export interface Standing {
  wanted: number;
  done: number;
  failedAt: Date | null;
}
/** How an errand stands: one that failed and was asked for again waits. */
export const standingOf = ({ wanted, done, failedAt }: Standing): 'failed' | 'waiting' | 'done' =>
  failedAt ? 'failed' : done < wanted ? 'waiting' : 'done';
