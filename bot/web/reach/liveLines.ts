import type { Response } from 'restify';
import type { Actor } from '../../process/frame/roles.ts';
import type { Account } from '../../views/people/actor.ts';

/** More windows than a person looks at. */
const mostOfOne = 5;
/** What waits for a reader who does not read: some thousand events, and then the line is as good as dead. */
const mostWaiting = 64 * 1024;
/** A timer holds no longer time than some weeks; a token that lasts for days is asked for again before that. */
const longestMs = 24 * 3600_000;

export const said = (event: string, data: object = {}): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** One open window of somebody who was let in with a token. */
export interface Line {
  response: Response;
  /** As the register had them when they were last looked up. */
  who: Actor;
  account: Account;
  /** How long its token is still taken. */
  takenMs: number;
}

/** Everybody's open lines, the oldest of each person first. */
export class Lines {
  #all = new Map<string, Set<Line>>();

  *each(): Iterable<Line> {
    for (const own of this.#all.values()) yield* own;
  }

  /** One line more; beyond the fifth, the oldest is told that it is not needed, so that it does not come back at once. */
  add(line: Line): void {
    const { personId } = line.who;
    const own = this.#all.get(personId) ?? new Set<Line>();
    this.#all.set(personId, own.add(line));
    const left = Math.min(line.takenMs, longestMs);
    const renewal = setTimeout(() => this.end(line, 'renew'), Math.max(left, 0)).unref();
    line.response.on('close', () => {
      clearTimeout(renewal);
      own.delete(line);
      if (own.size === 0 && this.#all.get(personId) === own) this.#all.delete(personId);
    });
    for (const oldest of own) {
      if (own.size <= mostOfOne) return;
      this.end(oldest, 'elsewhere');
    }
  }

  /** The last word on a line; it hears nothing after it. */
  end(line: Line, why: 'elsewhere' | 'renew' | 'gone'): void {
    for (const own of this.#all.values()) own.delete(line);
    line.response.end(said(why));
  }

  tell(event: string, data: object, whom: (who: Actor) => boolean = () => true): void {
    const text = said(event, data);
    for (const { response, who } of this.each()) {
      if (!whom(who)) continue;
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(text);
    }
  }
}
