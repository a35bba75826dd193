import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from 'restify';
import type { Logger } from 'pino';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { actorByAccount } from '../../views/people/actor.ts';
import { Lines, said } from './liveLines.ts';
import { whoAsks, type Doors } from '../people/people.ts';
import { sendRefusal } from '../frame/respond.ts';

const pingMs = 20_000;
/** Until it is asked again who has left, when that could not be asked. */
const againMs = 1_000;

/**
 * Everyone who watches. Only that something changed is told, never what: each reader then asks its own views. Of a change
 * that is sealed hear those it is not sealed from: one organisation's people, or the secretariat.
 */
export interface Live {
  changed(caseId: string): void;
  /** The case, and whom it is told to: an organisation's id, or the secretariat. */
  changedFor(text: string): void;
  /** The register has changed, or may have: whoever is nobody's any more hears nothing from now on. */
  registerChanged(): void;
  watching(): number;
  close(): void;
}

/** Whether a change that is told to an organisation, or to the secretariat, is told to this person. */
const concerns = (whom: string, { secretariat, organisationId }: Actor): boolean =>
  whom === 'secretariat' ? secretariat : organisationId === whom;

/** Ends the lines of those who have left. Asked for while it looks, it looks once more. */
class Leaving {
  /** Counts what was heard, so that whoever was let in meanwhile is looked up again. */
  heard = 0;
  #looking = false;
  #closed = false;
  #look: () => Promise<void>;
  #log: Logger;

  constructor(look: () => Promise<void>, log: Logger) {
    this.#look = look;
    this.#log = log;
  }

  close(): void {
    this.#closed = true;
  }

  changed(): void {
    this.heard += 1;
    if (!this.#looking) void this.#lookOn();
  }

  async #lookOn(): Promise<void> {
    this.#looking = true;
    for (let seen = -1; seen !== this.heard && !this.#closed;) {
      const now = this.heard;
      try {
        await this.#look();
        seen = now;
      } catch (error) {
        this.#log.warn({ err: error }, 'who still may watch could not be asked; trying again');
        await sleep(againMs, undefined, { ref: false });
      }
    }
    this.#looking = false;
  }
}

/** `GET /api/live`: server-sent events; what another replica changed arrives the same way. */
export function serveLive(server: Server, doors: Doors, log: Logger): Live {
  const lines = new Lines();
  const leaving = new Leaving(() => endThoseWhoLeft(doors, lines), log);
  const pings = setInterval(() => lines.tell('ping', {}), pingMs);
  pings.unref();

  server.get(
    '/api/live',
    doors.safely(async (request, response) => {
      const { heard } = leaving;
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const signed = await doors.signedIn(request);
      if (!signed) return sendRefusal(response, refuse('notSignedIn'));
      // Gone while we looked who it is: it will not say so a second time.
      if (request.socket.destroyed) return;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
      response.write(said('ping'));
      const { tenantId, objectId, takenMs } = signed;
      lines.add({ response, who: actor, account: { tenantId, objectId }, takenMs });
      if (heard !== leaving.heard) leaving.changed();
    }),
  );

  return {
    changed: (caseId) => lines.tell('change', { caseId }),
    changedFor: (text) => {
      const [caseId = '', whom = ''] = text.split(' ');
      lines.tell('change', { caseId }, (who) => concerns(whom, who));
    },
    registerChanged: () => leaving.changed(),
    watching: () => [...lines.each()].length,
    close: () => {
      leaving.close();
      clearInterval(pings);
      for (const { response } of lines.each()) response.end();
    },
  };
}

async function endThoseWhoLeft({ house }: Doors, lines: Lines): Promise<void> {
  // Asked for in one moment, they are looked up in one read.
  const look = [...lines.each()].map(async (line) => {
    const who = await actorByAccount(house.db, line.account);
    if (who) line.who = who;
    else lines.end(line, 'gone');
  });
  await Promise.all(look);
}
