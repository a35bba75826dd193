import { Button } from '@fluentui/react-components';
import { tellMissed, useMissed } from '../missed.ts';
import { useWords } from '../words.ts';
import { RefusalNote } from './Refusal.tsx';

/** What would have been said at a button that is not there any more: above the page, until it is put away. */
export function Missed() {
  const { t } = useWords();
  const refusal = useMissed();
  return (
    <div className="missed">
      <RefusalNote refusal={refusal} />
      {refusal && <Button onClick={() => tellMissed(null)}>{t('tab.draft.close')}</Button>}
    </div>
  );
}
