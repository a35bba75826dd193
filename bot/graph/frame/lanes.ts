import PQueue from 'p-queue';

/**
 * Outlook serves an app four calls at once per mailbox; Teams four a second per team or channel (platform: throttling),
 * whichever second that is: hence strict, and a little longer, since calls do not arrive as evenly as they leave.
 */
const limits = {
  mailbox: { concurrency: 4 },
  team: { concurrency: 4, intervalCap: 4, interval: 1_100, strict: true },
};

/** Idle lanes are dropped: there are as many as there are mailboxes. */
const mostLanes = 500;

const mailbox = /\/users\/([^/?]+)\/(calendar|events|sendMail|messages|mailFolders)/i;
const patient = /\/sendActivityNotification/i;
const team = /\/teams\/([^/?]+)/i;

/** One lane for each mailbox and each team that Graph limits by itself. */
export class Lanes {
  #lanes = new Map<string, PQueue>();

  run<T>(url: string, call: () => Promise<T>): Promise<T> {
    const lane = this.#laneFor(url);
    // A line in the feed can wait; a sync of the same team cannot.
    return lane ? lane.add(call, { priority: patient.test(url) ? -1 : 0 }) : call();
  }

  #laneFor(url: string): PQueue | null {
    const [inTeam, ofMailbox] = [team.exec(url)?.[1], mailbox.exec(url)?.[1]];
    const id = inTeam ?? ofMailbox;
    if (!id) return null;
    const kind = inTeam ? 'team' : 'mailbox';
    const key = `${kind}:${id.toLowerCase()}`;
    const lane = this.#lanes.get(key) ?? new PQueue(limits[kind]);
    if (this.#lanes.size > mostLanes) this.#dropIdle();
    this.#lanes.set(key, lane);
    return lane;
  }

  #dropIdle(): void {
    for (const [key, lane] of this.#lanes) if (lane.size + lane.pending === 0) this.#lanes.delete(key);
  }
}
