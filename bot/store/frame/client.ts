import pg from 'pg';
import { Unavailable } from '../../process/frame/outage.ts';
import { gathering, QueryInCode } from './driver.ts';
import { endsSession, isNotNow, lineLost, sessionOfMine, takesNoWrites } from './lost.ts';
import { isStale, nameOf, renew } from './statements.ts';

/** Marks a statement whose answer nobody waits for; its failure is told by the commit. */
export const unanswered = '/* unanswered */ ';

interface Named {
  name: string;
  text: string;
  values: unknown[];
}
const named = (text: string, values: unknown[]): Named | null => {
  const name = nameOf(text);
  return name ? { name, text, values } : null;
};

type Answer = Promise<pg.QueryResult>;
const nothing = (command: string) => Promise.resolve({ command, rowCount: 0, rows: [] });
const begins = /^(begin$|start transaction\b)/;
/** What every statement after a failed one is told. */
const aborted = (error: Error & { code?: string }): boolean => error.code === '25P02';

/** Planning costs more than running most of our statements, so every one with values is prepared. */
export class PreparingClient extends pg.Client {
  #gather = gathering(this);
  #inTransaction = false;
  /** The first failure in the transaction under way: what was asked behind it, or is not answered, is told of that one. */
  #failure: Error | null = null;
  /** What broke the connection, and what that meant for whoever was using it. */
  #broken: Error | null = null;
  #lost: Error | null = null;
  #committing = false;
  /** The order to end the transaction is on its way. */
  #ending = false;
  #session: string | null = null;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // The pool listens while a connection rests. One that is lost in use must not end the process: whoever asks
    // something of it next is told.
    this.on('error', (error) => (this.#broken ??= error));
    this.once('connect', () => void this.#introduce());
  }

  /** Behind what is asked first, so that nobody waits for it. */
  async #introduce(): Promise<void> {
    const answer = await super.query<{ session: string }>(sessionOfMine).catch(() => null);
    this.#session = answer?.rows[0]?.session ?? null;
  }

  // The driver declares a dozen overloads; all of them end in these arguments.
  override query(...args: unknown[]): never {
    this.#gather();
    const [text, values, ...rest] = args;
    const prepared = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const asked = prepared ? named(text, values) : null;
    // The pool's own way of asking is told through a callback, and gets no promise.
    const awaited = typeof text === 'string' && typeof values !== 'function' && rest.length === 0;
    // Behind the order to end it a statement would be one of its own, and kept, whatever became of the transaction.
    if (awaited && this.#ending && text !== 'rollback')
      return Promise.reject(new Error('the transaction is over')) as never;
    if (awaited) return this.#told(text, asked, this.#ask(asked ?? { text, values })) as never;
    return (super.query as (...all: unknown[]) => never).apply(this, asked ? [asked, ...rest] : args);
  }

  #ask(asked: { text: string; values?: unknown }): Answer {
    return new Promise((done, fail) => {
      const query = new QueryInCode(asked as Named, (error, result) => (error ? fail(error) : done(result)));
      (super.query as (one: unknown) => unknown).call(this, query);
    });
  }

  /** What whoever asked is told, and when. */
  #told(text: string, asked: Named | null, answer: Answer): Promise<unknown> {
    if (begins.test(text)) {
      this.#failure = null;
      this.#inTransaction = true;
      // Nobody needs to wait for this answer: if it is a no, so is that of the statement after it.
      answer.catch(() => undefined);
      return nothing('BEGIN');
    }
    if (text.startsWith(unanswered)) {
      answer.catch((error: Error) => {
        if (asked && isStale(error)) renew(asked.name);
        this.#failure ??= this.#meaning(error);
      });
      return nothing('INSERT');
    }
    if (text === 'commit' || text === 'rollback') this.#ends(answer);
    if (text === 'commit') return this.#committed(answer);
    const alone = !this.#inTransaction;
    return answer.catch((error: Error) => {
      if (asked && isStale(error)) {
        renew(asked.name);
        // A transaction it was part of is over (`transact` begins it anew); alone, it is asked again.
        if (alone) return this.#ask(named(text, asked.values) ?? asked);
      }
      const meaning = (aborted(error) && this.#failure) || this.#meaning(error);
      if (!alone) this.#failure ??= meaning;
      throw meaning;
    });
  }

  #ends(answer: Answer): void {
    this.#inTransaction = false;
    this.#ending = true;
    const ended = (): void => void (this.#ending = false);
    answer.then(ended, ended);
  }

  /** An error as those above are to take it. What was asked after the line broke is told what broke it. */
  #meaning(error: Error): Error {
    if (this.#lost) return this.#lost;
    if (this.#broken || endsSession(error))
      return (this.#lost = lineLost(error, this.#committing, this.#session));
    if (!isNotNow(error)) return error;
    if (!takesNoWrites(error)) return new Unavailable(error);
    void this.end();
    return (this.#lost = new Unavailable(error));
  }

  /** The server answers COMMIT of a failed transaction with ROLLBACK, and calls that a success. */
  async #committed(answer: Answer): Promise<pg.QueryResult> {
    // On a line that had broken before, the order never left. When it breaks now, the writes before it hear first.
    this.#committing = this.#broken === null;
    const result = await answer
      .catch((error: Error) => {
        throw this.#meaning(error);
      })
      .finally(() => (this.#committing = false));
    if (result.command !== 'ROLLBACK') return result;
    throw this.#failure ?? new Error('the transaction was rolled back');
  }
}
