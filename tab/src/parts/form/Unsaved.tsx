import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../frame/words.ts';
import { copyText } from '../copy.ts';

interface Props {
  /** What was written, as text to take along; empty: nothing was. */
  words: string;
  /** Why it cannot be saved, and what can be done. */
  why?: ReactNode;
  /** The writer's alone to press: until then it stays. */
  close: () => void;
}

/** In a form's place for its button, when what stands in it cannot be saved any more. */
export function Unsaved({ words, why, close }: Props) {
  const { t } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => copyText(words).then(setCopied, () => setCopied(false));
  return (
    <>
      <div className="note bad block" role="status">
        {words && <b>{t('tab.draft.unsaved')}</b>} {why}
      </div>
      <div className="buttons">
        {words && <Button onClick={() => void copy()}>{t('tab.draft.copy')}</Button>}
        <Button onClick={close}>{t(words ? 'tab.draft.discard' : 'tab.draft.close')}</Button>
      </div>
      <p className="quiet" role="status">
        {copied !== null && t(copied ? 'tab.draft.copied' : 'tab.draft.byHand')}
      </p>
    </>
  );
}
