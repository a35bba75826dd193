import { LRUCache } from 'lru-cache';
import type { Request, Server } from 'restify';
import { t, type Locale } from '../../i18n/index.ts';
import { longTime } from '../../process/frame/calendar.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { headsView, type HeadsView } from '../../views/case/heads.ts';
import { pageOf, sendPage } from '../frame/noticePage.ts';
import type { Doors } from '../people/people.ts';
import { sendRefusal } from '../frame/respond.ts';

/** Seconds that an answer may be kept: here, and by whoever stands between. */
const keptSeconds = 30;

/** What `after` says: a number of a head; null when it is none. */
const numberIn = (text: string | null): number | null =>
  text === null ? 0 : /^\d{1,9}$/.test(text) ? Number(text) : null;

/** As it was asked: the framework is told another thing, so that it does not choose by itself. */
const asksForPage = ({ rawHeaders }: Request): boolean =>
  rawHeaders.some((name, index) => /^accept$/i.test(name) && /text\/html/i.test(rawHeaders[index + 1] ?? ''));

/** `GET /trail/heads`: the heads over the trail, for everybody. As a page where a browser asks, both languages on it. */
export function serveHeads(server: Server, { house, safely }: Doors): void {
  const kept = new LRUCache<number, Promise<HeadsView>>({ max: 50, ttl: keptSeconds * 1000 });
  const read = (after: number): Promise<HeadsView> => {
    const found = kept.get(after) ?? headsView(house.db, after);
    kept.set(after, found, { noUpdateTTL: true });
    found.catch(() => kept.delete(after));
    return found;
  };
  server.get(
    '/trail/heads',
    safely(async (request, response) => {
      const after = numberIn(new URL(request.url ?? '', 'http://query').searchParams.get('after'));
      if (after === null) return sendRefusal(response, refuse('invalidInput', { detail: 'after' }));
      const view = await read(after);
      response.setHeader('cache-control', `public, max-age=${keptSeconds}`);
      response.setHeader('vary', 'accept');
      if (!asksForPage(request)) return void response.send(200, view);
      sendPage(
        response,
        pageOf((locale) => noticeOf(view, locale)),
      );
    }),
  );
}

function noticeOf({ latest, keys, how }: HeadsView, locale: Locale) {
  const when = (at: string): string => longTime(new Date(at), locale);
  const newest = latest
    ? [t(locale, 'heads.latest.text', { n: latest.n, at: when(latest.at) }), latest.hash]
    : [t(locale, 'heads.none')];
  return {
    title: t(locale, 'heads.title'),
    sections: [
      { heading: t(locale, 'heads.what'), texts: [t(locale, 'heads.what.text')] },
      { heading: t(locale, 'heads.latest'), texts: newest },
      {
        heading: t(locale, 'heads.keys'),
        texts: keys.flatMap(({ fingerprint, publicKey, from, until }) => [
          t(locale, until ? 'heads.key.past' : 'heads.key', {
            from: when(from),
            until: until ? when(until) : '',
          }),
          fingerprint,
          publicKey,
        ]),
      },
      { heading: t(locale, 'heads.how'), texts: how.map((one) => one[locale]) },
    ],
  };
}
