/** Between two beats, and how far back one looks. */
const everyMs = 500;
const windowMs = 20_000;
/** Stuck for more than half of the time, the process does nothing in time that anybody waits for. */
const mostStuckMs = windowMs / 2;

/** How long the event loop kept everything waiting of late; while it is stuck it cannot say so. */
export class Heartbeat {
  #late: { at: number; ms: number }[] = [];
  #last: number;
  #now: () => number;
  #timer: NodeJS.Timeout;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#last = now();
    this.#timer = setInterval(() => this.beat(), everyMs).unref();
  }

  beat(): void {
    const at = this.#now();
    const ms = at - this.#last - everyMs;
    this.#last = at;
    if (ms > everyMs) this.#late.push({ at, ms });
    this.#late = this.#late.filter((one) => at - one.at < windowMs);
  }

  /** Whether what waits now is answered in time: the last beat counts too, for it may be long ago. */
  get fails(): boolean {
    const now = this.#now();
    const since = Math.max(0, now - this.#last - everyMs);
    const late = this.#late
      .filter((one) => now - one.at < windowMs)
      .reduce((sum, one) => sum + one.ms, since);
    return late > mostStuckMs;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
