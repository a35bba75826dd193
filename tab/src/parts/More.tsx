import { Button } from '@fluentui/react-components';
import { useWords } from '../frame/words.ts';
import { RefusalNote } from './form/Refusal.tsx';
import type { Refused } from '../frame/refused.ts';
import { Wait } from './Load.tsx';

interface Props {
  /** Nothing has come yet. */
  empty: boolean;
  error: Refused | null;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** What stands under a list that is fetched page by page: that it is on its way, that it did not come, or more of it. */
export function More({ empty, error, hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  const { t } = useWords();
  if (empty && !error) return <Wait />;
  if (!error && !hasNextPage) return null;
  return (
    <div className="pad">
      {error && <RefusalNote refusal={error.refusal} seen />}
      <Button disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t(error ? 'tab.again' : 'tab.more')}
      </Button>
    </div>
  );
}
