import { createHmac } from 'node:crypto';
import { refuse } from '../../process/frame/refusals.ts';
import type { Doer } from '../../process/frame/roles.ts';
import { canonicalJson, sha256 } from '../../process/frame/trail.ts';
import type { Reader } from '../../store/frame/database.ts';
import { receiptFor } from '../../store/frame/receipts.ts';
import { personOf } from './act.ts';
import { no, type Outcome } from './outcome.ts';

/** What one request is known by, when it comes again. */
export interface Ticket {
  /** A key is one person's for one act: nobody can fetch another's answer with a guessed key. */
  key: string;
  /** The person's key alone, whatever the act: another act under it is another request. */
  request: string;
  /** What was asked. Made with the key, which is kept nowhere: whoever reads it can try no guess of what was typed. */
  asked: string;
}

export function ticketFor(act: string, doer: Doer, key: string, input: unknown): Ticket {
  const person = personOf(doer) ?? 'system';
  return {
    key: sha256(`${act}\n${person}\n${key}`),
    request: sha256(`${person}\n${key}`),
    asked: createHmac('sha256', key).update(canonicalJson({ act, person, input })).digest('hex'),
  };
}

/** The answer that the request got before, or that its key was another's; null when there was none. */
export async function firstAnswer(db: Reader, ticket: Ticket): Promise<Outcome | null> {
  const first = await receiptFor(db, ticket);
  if (!first) return null;
  // An older program did not keep what it was asked.
  const same = first.asked === null || first.asked === ticket.asked;
  return same ? { ok: true, result: first.result as object } : no(refuse('keyUsed'));
}
