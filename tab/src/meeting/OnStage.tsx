import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { frame } from '../frame/frame.ts';
import { useWords } from '../frame/words.ts';

/** Beside a meeting: what is on this page can be shown to everybody in it. */
export function OnStage({ page }: { page: string }) {
  const { t } = useWords();
  const [said, setSaid] = useState<'shown' | 'refused' | null>(null);
  if (frame.context !== 'sidePanel') return null;
  const go = async () => {
    const { showOnStage } = await import('./stage.ts');
    await showOnStage(page).then(
      () => setSaid('shown'),
      () => setSaid('refused'),
    );
  };
  return (
    <div className="action">
      <Button onClick={() => void go()}>{t('tab.stage.show')}</Button>
      <p role="status" className={said === 'refused' ? 'note warn' : 'quiet'}>
        {said && t(`tab.stage.${said}`)}
      </p>
    </div>
  );
}
