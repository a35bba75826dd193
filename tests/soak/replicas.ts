import { setTimeout as sleep } from 'node:timers/promises';
import { shifted, spawnApp, type Running } from '../support/process.ts';
import type { Random } from './random.ts';

/** How often an app is started again before its not coming up is a fault of its own. */
const mostStarts = 120;

/** Apps on one database, each in a process of its own: killed, replaced and set to another time. */
export class Replicas {
  /** What ended without being told to, and what did not start. */
  wrong: string[] = [];
  #env: Record<string, string>;
  #slots: Running[] = [];
  #logs: string[] = [];
  #expected = new Set<Running>();
  /** Told where the platform finds an app from now on. */
  #moved: (url: string) => unknown;

  constructor(env: Record<string, string>, moved: (url: string) => unknown) {
    this.#env = env;
    this.#moved = moved;
  }

  async open(count: number): Promise<void> {
    for (let slot = 0; slot < count; slot += 1) this.#put(slot, await this.#start());
  }

  get count(): number {
    return this.#slots.length;
  }
  get urls(): string[] {
    return this.#slots.map(({ url }) => url);
  }
  /** Everything that any of them has logged. */
  get logs(): string[] {
    return [...this.#logs, ...this.#slots.map((one) => one.log())];
  }
  url(random: Random): string {
    return random.pick(this.urls)!;
  }

  /** Started again until it comes up, as whoever runs containers does. */
  async #start(aheadMs = 0): Promise<Running> {
    for (let starts = 1; ; starts += 1) {
      try {
        return await spawnApp(this.#env, aheadMs === 0 ? [] : shifted(aheadMs));
      } catch (error) {
        if (starts > mostStarts) throw error;
        await sleep(500);
      }
    }
  }

  #put(slot: number, app: Running): void {
    this.#slots[slot] = app;
    void this.#watch(app);
    this.#moved(this.#slots.find((one) => one !== undefined)!.url);
  }

  async #watch(app: Running): Promise<void> {
    const code = await app.ended;
    if (!this.#expected.has(app))
      this.wrong.push(`a replica ended by itself with ${code}: ${app.log().slice(-500)}`);
  }

  async #end(app: Running, how: 'kill' | 'stop'): Promise<void> {
    this.#expected.add(app);
    await app[how]();
    this.#logs.push(app.log());
  }

  /** Gone from one moment to the next; another is started in its place. */
  async kill(slot: number): Promise<void> {
    await this.#end(this.#slots[slot]!, 'kill');
    this.#put(slot, await this.#start());
  }

  /** The next is up before the one before it is told to end. */
  async upgrade(slot: number, aheadMs = 0): Promise<void> {
    const old = this.#slots[slot]!;
    this.#put(slot, await this.#start(aheadMs));
    await this.#end(old, 'stop');
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map((app) => this.#end(app, 'stop')));
  }
}
