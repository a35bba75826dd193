import { app, authentication } from '@microsoft/teams-js';
import { loadWords, localeOf, moreWords } from '../frame/words.ts';

/** The last address of the window that asked for consent: tells the tab how it ended, and Teams closes the window. */
export async function endConsent(): Promise<void> {
  const { t } = await loadWords(localeOf(navigator.language));
  await moreWords();
  // Where nobody closes it, somebody stands before it.
  document.getElementById('root')!.textContent = t('tab.own.ended');
  await app.initialize();
  const query = new URLSearchParams(location.search);
  if (query.get('outcome') === 'given') authentication.notifySuccess(query.get('state') ?? '');
  else authentication.notifyFailure('refused');
}
