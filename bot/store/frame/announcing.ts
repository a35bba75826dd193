import { rowsOf, type Trx } from './database.ts';

/** A change that everybody hears of, and one that only some do: these organisations, or the secretariat. */
export const everybodys = 'change';

export const somebodys = 'changeFor';

export const ofSecretariat = 'secretariat';

const notify = 'select pg_notify($1, said) from unnest($2::text[]) as k (said)';

export const tell = (trx: Trx, channel: string, ...said: string[]) => rowsOf(trx, notify, [channel, said]);

/** Tells every replica of a change that no event tells of. */
export const announceToAll = (trx: Trx, caseId: string) => tell(trx, everybodys, caseId);

/**
 * A rehearsal's ballots are in no trail, and so no sealing tells whoever watches that one came in. All are told of an
 * organisation's first, and its own people of a change, as in a real vote.
 */
export const announceRehearsed = (trx: Trx, caseId: string, { id, again }: { id: string; again: boolean }) =>
  again ? tell(trx, somebodys, `${caseId} ${id}`) : announceToAll(trx, caseId);
