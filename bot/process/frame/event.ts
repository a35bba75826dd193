/** Whoever the register knows; the secretariat alone; or with it who leads the case's working group at the time of reading. */
export type Readers = 'members' | 'secretariat' | 'lead';

/** What a seal is judged by. An event that bears one and lacks a field of it does not compile. */
interface Judged {
  never: object;
  untilDeadline: { hearingId: string };
  comment: { hearingId: string; organisationId: string; commentId: string };
  disposition: { hearingId: string; organisationId: string; commentId: string };
  answer: { hearingId: string; organisationId: string };
  joined: { hearingId: string; organisationId: string; senderId: string };
  between: { hearingId: string; organisationId: string; senderId: string };
  ballot: { voteId: string; organisationId: string };
  closing: { voteId: string; rehearsal: boolean; cast: object[] };
}

/**
 * Until when an event is sealed, and from whom (the rule of each stands in `seals.ts`).
 * - `untilDeadline`: until the hearing's deadline, from all but the secretariat.
 * - `comment`: from the secretariat until the answer it goes along with is submitted, from other members until the
 *   deadline too; for good where its words were taken back before.
 * - `disposition`: as its comment, but for the secretariat, whose words it holds.
 * - `answer`: until the deadline, from other members; for good where another took its place before.
 * - `joined`: as an answer, of which the sender of the joint one is told as well.
 * - `between`: for good, from all but the two organisations and the secretariat.
 * - `ballot`: until the vote is closed, from all but its organisation; a rehearsal's from everybody, for good.
 * - `closing`: never, but for a rehearsal's that still tells how everybody voted: from everybody, for good.
 */
export type Seal = keyof Judged;
type SealOf<D> = { [S in Seal]: D extends Judged[S] ? S : never }[Seal];

/** What the records are held against, or what stands in the trail alone. */
export type Tells = 'records' | 'nothing';

export interface EventKind<D = unknown, K extends string = string, T extends Tells = Tells> {
  /** The key of its sentence in i18n. */
  says: K;
  readers: Readers;
  sealed: Seal;
  tells: T;
  /** For the compiler alone: what it holds. */
  holds?: D;
}

/**
 * One event of an area's list: what it holds, its sentence, who may read it, until when it is sealed, and whether records
 * are held against it (then `compared.ts` of its area says which).
 */
export const event =
  <D extends object>() =>
  <const K extends string, T extends Tells>(
    says: K,
    readers: Readers,
    sealed: NoInfer<SealOf<D>>,
    tells: T,
  ): EventKind<D, K, T> => ({ says, readers, sealed, tells });
