import { Button } from '@fluentui/react-components';
import { tellMissed, useMissed } from '../frame/missed.ts';
import { useWords } from '../frame/words.ts';
import { RefusalNote } from './form/Refusal.tsx';

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
