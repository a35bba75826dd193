import { rowsOf, type Db, type Reader } from './database.ts';
import { together } from './loader.ts';

/** Time by the database; the moved one is development's, and every replica's. */
const selectReal =
  'select (extract(epoch from clock_timestamp()) * 1000)::float8 as real, 0::float8 as moved';
const selectMoved = `
  select (extract(epoch from clock_timestamp()) * 1000)::float8 as real, offset_ms::float8 as moved from clock`;

interface Told {
  real: number;
  moved: number;
}

/** Between two looks at the database's clock. */
const renewMs = 5_000;
/** By how much two clocks that are left alone come apart, per millisecond; good ones do by a tenth of it. */
const drift = 0.000_2;
/** The first look pays for making the connection, and says least. */
const firstLooks = 3;

/** How far the database's clock is ahead of this process's own, which only ever counts forward. */
interface Known {
  aheadMs: number;
  doubtMs: number;
  at: number;
}

const doubtNow = ({ doubtMs, at }: Known, now: number): number => doubtMs + (now - at) * drift;

/**
 * One clock for all replicas, and it is the database's: what a machine takes for the time opens and closes nothing.
 * An act asks for it behind its locks. Views and jobs, which decide nothing, reckon it from when it was last asked.
 */
export class DatabaseClock {
  #db: Db;
  #text: string;
  #known: Known | null = null;
  #moved = 0;
  #ask: (db: Reader, wanted: 'now') => Promise<Told | null>;

  constructor(db: Db, movable: boolean) {
    this.#db = db;
    const text = movable ? selectMoved : selectReal;
    this.#text = text;
    // Acts that share a transaction share the answer.
    this.#ask = together(async (reader: Reader, wanted: readonly 'now'[]) => {
      const [told] = await rowsOf<Told>(reader, text, []);
      return wanted.map(() => told!);
    });
  }

  /** Looks until it is known well enough; then again and again. What goes wrong is told, once until it goes well. */
  async start(failed: (error: unknown) => void): Promise<() => void> {
    for (let look = 0; look < firstLooks; look += 1) await this.renew();
    let ailing = false;
    const looking = setInterval(() => {
      this.renew().then(
        () => (ailing = false),
        (error: unknown) => {
          if (!ailing) failed(error);
          ailing = true;
        },
      );
    }, renewMs);
    looking.unref();
    return () => clearInterval(looking);
  }

  /** The time as it is reckoned here. */
  now(): Date {
    return new Date(this.realMs() + this.#moved);
  }

  /** The same without what development has moved, as the queue takes it. */
  realMs(): number {
    if (!this.#known) throw new Error('the clock was not started');
    return Math.floor(performance.now() + this.#known.aheadMs);
  }

  /** The time as the database has it when it comes to this, behind whatever the transaction waits for before. */
  async ask(db: Reader): Promise<Date> {
    const { real, moved } = (await this.#ask(db, 'now'))!;
    return new Date(Math.floor(real + moved));
  }

  /** The answer was true at some moment between asking and hearing it: the quicker it came, the more it says. */
  async renew(): Promise<void> {
    const from = performance.now();
    const [told] = await rowsOf<Told>(this.#db, this.#text, []);
    const to = performance.now();
    this.#moved = told!.moved;
    const seen = { aheadMs: told!.real - (from + to) / 2, doubtMs: (to - from) / 2, at: to };
    const known = this.#known;
    if (!known) return void (this.#known = seen);
    const apart = Math.abs(seen.aheadMs - known.aheadMs);
    const doubt = doubtNow(known, to);
    // Two answers that cannot both be true: the database's clock was set, or is another server's now.
    const another = apart > doubt + seen.doubtMs;
    if (another || seen.doubtMs <= doubt) this.#known = seen;
  }

  /** Development only: moves the clock of every replica by so many milliseconds. */
  async advance(ms: number): Promise<Date> {
    await rowsOf(this.#db, 'update clock set offset_ms = offset_ms + $1', [Math.round(ms)]);
    await rowsOf(this.#db, `select pg_notify('clock', '')`, []);
    await this.renew();
    return this.now();
  }
}
