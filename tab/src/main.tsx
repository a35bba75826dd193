import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { openAt } from './deepLink.ts';
import { followReleases } from './followReleases.ts';
import { Outside } from './pages/outside.tsx';
import { askBeforeLeaving } from './kept.ts';
import { client, whole } from './queries.ts';
import { Shell } from './shell.tsx';
import { connect, type Host } from './teams.ts';
import { Themed } from './theme.tsx';
import { loadWords, localeOf, WordsContext, type Words } from './words.ts';

function Page({ host, words }: { host: Host | null; words: Words }) {
  return (
    <WordsContext value={words}>
      <Themed initial={host?.theme ?? 'default'} live={host !== null}>
        {host ? <Shell /> : <Outside />}
      </Themed>
    </WordsContext>
  );
}

async function start(): Promise<void> {
  const host = await connect();
  const spoken = loadWords(host?.locale ?? localeOf(navigator.language));
  if (host) {
    openAt(host.target);
    // The first questions leave while React is still drawing.
    void client.prefetchQuery({ queryKey: ['me', {}], queryFn: () => whole('me', {}) });
    if (location.pathname.replace(/\/$/, '') === '/tab')
      void client.prefetchQuery({ queryKey: ['revisions', {}], queryFn: () => whole('revisions', {}) });
  }
  const words = await spoken;
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router base="/tab">
          <Page host={host} words={words} />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (location.pathname === '/tab/consent/ended')
  void import('./consentEnded.ts').then(({ endConsent }) => endConsent());
else {
  followReleases();
  askBeforeLeaving();
  void start();
}
