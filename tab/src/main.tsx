import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { openAt } from './frame/deepLink.ts';
import { followReleases } from './frame/followReleases.ts';
import { Outside } from './people/outsidePage.tsx';
import { askBeforeLeaving } from './frame/kept.ts';
import { underWay } from './overview/filters.ts';
import { client, whole } from './frame/queries.ts';
import { Shell } from './frame/shell.tsx';
import { connect, type Host } from './frame/teams.ts';
import { dressOf, Themed, type Dress } from './frame/theme.tsx';
import { loadWords, localeOf, WordsContext, type Words } from './frame/words.ts';

function Page({ host, words, dress }: { host: Host | null; words: Words; dress: Dress }) {
  return (
    <WordsContext value={words}>
      <Themed initial={dress} live={host !== null}>
        {host ? <Shell /> : <Outside />}
      </Themed>
    </WordsContext>
  );
}

async function start(): Promise<void> {
  const host = await connect();
  const spoken = loadWords(host?.locale ?? localeOf(navigator.language));
  const dressed = dressOf(host?.theme ?? 'default');
  if (host) {
    openAt(host.target);
    // The first questions leave while React is still drawing.
    void client.prefetchQuery({ queryKey: ['me', {}], queryFn: () => whole('me', {}) });
    if (location.pathname.replace(/\/$/, '') === '/tab')
      void client.prefetchQuery({
        queryKey: ['revisions', underWay],
        queryFn: () => whole('revisions', underWay),
      });
  }
  const [words, dress] = await Promise.all([spoken, dressed]);
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router base="/tab">
          <Page host={host} words={words} dress={dress} />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (location.pathname === '/tab/consent/ended')
  void import('./scheduling/consentEnded.ts').then(({ endConsent }) => endConsent());
else {
  followReleases();
  askBeforeLeaving();
  void start();
}
