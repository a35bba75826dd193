import './host.ts';
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { Locale, Words } from '../../../tab/src/frame/words.ts';
import type { Views } from '../../../tab/src/frame/views.ts';
import { json, line, type Asked } from './host.ts';
import { parse, type Piece } from './page.ts';

const { WordsContext, loadWords, moreWords } = await import('../../../tab/src/frame/words.ts');
const { Shell } = await import('../../../tab/src/frame/shell.tsx');
const { whole } = await import('../../../tab/src/frame/queries.ts');
export { whole };

const spoken = new Map<Locale, Words>();
/** The words of a language, fetched as the tab fetches them; the window is there only for its language. */
export async function wordsOf(locale: Locale): Promise<Words> {
  const held = spoken.get(locale);
  if (held) return held;
  Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
  const words = await loadWords(locale);
  await moreWords();
  Reflect.deleteProperty(globalThis, 'document');
  spoken.set(locale, words);
  return words;
}

type Given<T> = T | ((query: Record<string, string>) => T | Response);
export type Answers = { [N in keyof Views]?: Given<Views[N]> } & {
  settings?: object;
  allowed?: (act: string, query: Record<string, string>) => Allowed | Response;
};

/** A server that answers with these views; what it was not given it does not find. */
export function server(answers: Answers): (asked: Asked) => object {
  return ({ path, query }) => {
    const [, , kind, name = ''] = path.split('/');
    if (kind === 'settings.json') return answers.settings ?? json(500, {});
    if (kind === 'acts' && answers.allowed) return answers.allowed(name, query);
    const given: unknown = kind === 'views' ? answers[name as keyof Views] : undefined;
    if (given === undefined) return json(404, { refusal: notFound });
    return typeof given === 'function' ? given(query) : (given as object);
  };
}
export const notFound = {
  code: 'notFound',
  message: { da: 'Det, du leder efter, findes ikke.', en: 'What you are looking for does not exist.' },
};

export interface Shown {
  html: string;
  page: Piece;
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** What was asked for while drawing and is not there yet. Nothing draws itself again here, so we fetch it. */
async function fetchAsked(queries: QueryClient): Promise<number> {
  const waiting = queries
    .getQueryCache()
    .getAll()
    .filter(({ state, options }) => {
      const { enabled } = options as { enabled?: unknown };
      return state.status === 'pending' && enabled !== false && options.queryFn;
    });
  await Promise.all(waiting.map((query) => query.fetch().catch(() => undefined)));
  return waiting.length;
}

/** Draws, fetches what the drawing asked for, and draws again until nothing is missing. */
export async function draw(locale: Locale, path: string, what: ReactNode): Promise<Shown> {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, retryOnMount: false, networkMode: 'always' } },
  });
  const words = await wordsOf(locale);
  const tree = (
    <WordsContext value={words}>
      <FluentProvider theme={teamsLightTheme}>
        <QueryClientProvider client={queries}>
          <Router base="/tab" ssrPath={`/tab${path}`}>
            {what}
          </Router>
        </QueryClientProvider>
      </FluentProvider>
    </WordsContext>
  );
  let html = '';
  // A spinner that stays is a part of the page still being fetched by the module loader.
  for (let missing = true, round = 0; missing && round < 50; round += 1) {
    html = renderToStaticMarkup(tree).replace(/<style.*?<\/style>/gs, '');
    missing = (await fetchAsked(queries)) > 0 || html.includes('class="wait"');
    await turn();
  }
  queries.clear();
  return { html, page: parse(html) };
}

/** One address of the tab, whole, as the reader of these answers sees it. */
export function visit(path: string, answers: Answers, locale: Locale = 'da'): Promise<Shown> {
  line(server(answers));
  return draw(locale, path, <Shell />);
}

/** One part of a page on its own, for what opens only after a click. */
export function part(what: ReactNode, answers: Answers = {}, locale: Locale = 'da'): Promise<Shown> {
  line(server(answers));
  return draw(locale, '/', what);
}

/** A hook as a component calls it: each step is taken while it is drawn, and it is drawn again with what that changed. */
export async function inside<T>(
  use: () => T,
  steps: ((state: T) => void)[] = [],
  locale: Locale = 'da',
): Promise<T> {
  const given: T[] = [];
  function Probe() {
    const state = use();
    given.push(state);
    steps[given.length - 1]?.(state);
    return null;
  }
  const words = await wordsOf(locale);
  renderToStaticMarkup(
    <WordsContext value={words}>
      <QueryClientProvider client={new QueryClient()}>
        <Probe />
      </QueryClientProvider>
    </WordsContext>,
  );
  return given.at(-1)!;
}
