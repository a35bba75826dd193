import { doer, recorded, type Done } from '../acts/frame/everyAct.ts';
import { search } from '../acts/scheduling/examples.ts';
import { type World } from '../acts/frame/example.ts';
import { sendTo, type App, type House } from '../support/app.ts';
import { hearing, vote } from '../support/cases.ts';
import type { Someone } from '../support/factories.ts';
import { spawnApp } from '../support/process.ts';
import { activity, deliver, invoke, wordsOf } from '../support/teams.ts';
import { landing } from './previousLanding.ts';

export type Door = 'before' | 'now';

/** A house with two doors: whatever is done through it goes in at the one that was chosen. */
export class TwoDoors {
  house: House;
  urls = { before: '', now: '' };
  #at: Door = 'before';

  constructor(house: House) {
    this.house = house;
    this.urls.before = house.app.url;
    house.request = (method, path, options) => sendTo(`${this.urls[this.#at]}${path}`, method, options);
  }

  async openSecond(): Promise<void> {
    this.urls.now = (await this.house.startAnother()).url;
    await this.house.platform.setAppUrl(this.urls.now);
  }

  through<T>(door: Door, work: () => Promise<T>): Promise<T> {
    this.#at = door;
    return work();
  }
}

export const programIn =
  (folder: string) =>
  async (env: Record<string, string>): Promise<App> => {
    const { url, stop } = await spawnApp(env, [], folder);
    return { url, stop: async () => void (await stop()) };
  };

/** What the app at the chosen door offers, by path. */
export async function offered({ house, people }: World): Promise<{ acts: Done[]; views: string[] }> {
  const token = await people.secretariat.token();
  const { body } = await house.request('GET', '/api/openapi.json', { token });
  const paths = Object.keys(body.paths);
  return {
    acts: recorded.filter((name) => paths.includes(`/api/acts/${name}`)),
    views: paths.flatMap((path) => path.match(/^\/api\/views\/(\w+)$/)?.[1] ?? []),
  };
}

/** The views that the landing before knows, each about something. */
export async function queriesFor({ house, people }: World, views: string[]): Promise<string[]> {
  const { hearingId, revisionId } = await hearing(house);
  const { voteId, meetingId } = await vote(house);
  const { schedulingId } = await people.secretariat.do('findTime', search);
  const of: Record<string, string> = {
    revision: `?id=${revisionId}`,
    hearing: `?id=${hearingId}`,
    comments: `?hearingId=${hearingId}`,
    deliveries: `?hearingId=${hearingId}`,
    vote: `?id=${voteId}`,
    meeting: `?id=${meetingId}`,
    scheduling: `?id=${schedulingId}`,
    trail: `?revisionId=${revisionId}`,
  };
  return views.map((name) => `${name}${of[name] ?? ''}`);
}

/** What is not answered with 200, on several connections at once. */
export async function notShown({ people }: World, queries: string[]): Promise<Record<string, number>> {
  const wrong: Record<string, number> = {};
  for (const query of queries) {
    const times = Array.from({ length: 6 }, () => people.secretariat.viewStatus(query));
    for (const status of await Promise.all(times)) if (status !== 200) wrong[query] = status;
  }
  return wrong;
}

export const fromCards = /^(addComment|editComment|withdrawComment|submitAnswer|castBallot|answerPoll)$/;
const refusedOrFailed = /Det blev ikke gennemført|galt hos os|Vi ved endnu ikke/;

/** A press on a card, ready to be delivered more than once. */
export function press(world: World, name: Done, input: Record<string, unknown>): () => Promise<string> {
  const { revisionId: _, ...data } = input;
  const sent = activity(world.house, doer(world, name), invoke(name, data));
  return async () => {
    const { status, body } = await deliver(world.house, sent);
    const words = wordsOf(body.value);
    return status === 200 && !refusedOrFailed.test(words) ? 'done' : `${status} ${words}`;
  };
}

/** What somebody is shown, or why not. */
export const seen = (who: Someone, query: string): Promise<unknown> =>
  who.view(query).catch((error: Error) => `not shown: ${/: (\d+)/.exec(error.message)?.[1]}`);

/** Rows that begin at the same moment may stand in any order. */
const inOrder = (said: any): any =>
  Array.isArray(said) && said.every((one) => typeof one?.id === 'string')
    ? said.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    : said;

const inShort = (said: unknown): string => JSON.stringify(said)?.slice(0, 100);

/** Of buttons those that both have: an act that the new one brings is its own. */
const known = (place: string, old: any, now: any): any =>
  place.endsWith('.allowed') && Array.isArray(old) && Array.isArray(now)
    ? now.filter(({ act }) => old.some((one) => one.act === act))
    : now;

/** Where they differ, in what the old one says; what the new one says besides is its own. */
export function differences(place: string, old: any, said: any): string[] {
  if (landing.differs[place.replace(/\.\d+/g, '')] !== undefined) return [];
  const now = known(place, old, said);
  if (typeof old !== 'object' || old === null || typeof now !== 'object' || now === null)
    return old === now ? [] : [`${place}: ${inShort(old)} ≠ ${inShort(now)}`];
  if (Array.isArray(old) && old.length !== now.length) return [`${place}: ${old.length} ≠ ${now.length}`];
  const [one, other] = [inOrder(old), inOrder(now)];
  return Object.keys(one).flatMap((key) => differences(`${place}.${key}`, one[key], other[key]));
}
