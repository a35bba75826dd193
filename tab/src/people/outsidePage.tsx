import { useQuery } from '@tanstack/react-query';
import type { Text } from '../../../bot/i18n/index.ts';
import { useWords } from '../frame/words.ts';

interface Settings {
  appId: string;
  partnership: Text;
  local: boolean;
}

async function settings(): Promise<Settings> {
  const response = await fetch('/tab/settings.json');
  if (!response.ok) throw new Error(`settings ${response.status}`);
  return (await response.json()) as Settings;
}

/** Opened in a plain browser window: there is no one to sign in, so say where it belongs. */
export function Outside() {
  const { t, text } = useWords();
  const known = useQuery({ queryKey: ['settings'], queryFn: settings, retry: false });
  return (
    <main className="outside">
      <h1>{known.data ? text(known.data.partnership) : t('partnership')}</h1>
      <p>{t('tab.outside.what')}</p>
      <p>{t('tab.outside.how')}</p>
      {known.data && !known.data.local && (
        <p>
          <a href={`https://teams.microsoft.com/l/app/${known.data.appId}`}>{t('tab.outside.link')}</a>
        </p>
      )}
      {known.data?.local && <p>{t('tab.outside.local')}</p>}
    </main>
  );
}
