import { Button } from '@fluentui/react-components';
import type { Kept } from '../frame/kept.ts';
import { useWords } from '../frame/words.ts';

/** Says that what stands in the form was typed before and is not saved. */
export function Restored({ kept }: { kept: Pick<Kept<unknown>, 'restored' | 'clear'> }) {
  const { t } = useWords();
  if (!kept.restored) return null;
  return (
    <div className="note neutral" role="status">
      {t('tab.draft.restored')}{' '}
      <Button size="small" onClick={kept.clear}>
        {t('tab.draft.clear')}
      </Button>
    </div>
  );
}
