/** What seals are judged by, of one event of a case. */
export interface Fact {
  id: string;
  /** Null while it waits to be sealed into the chain. */
  seq: number | null;
  /** Null while it waits. In form 1 hashes tell what it says. */
  form: 1 | 2 | null;
  at: Date;
  type: string;
  hearingId: string;
  voteId: string;
  organisationId: string;
  /** Of a joint answer. */
  senderId: string;
  commentId: string;
  channel: string;
  /** What an answer says, to be told from another; empty where there is none. */
  words: string;
  rehearsal: boolean;
  /** It tells how each organisation voted. */
  tells: boolean;
}
