import { Button } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import type { MeView } from '../../../bot/views/people/shapes.ts';
import { Wait } from '../parts/Load.tsx';
import { later, useWords } from '../frame/words.ts';

const StartRevision = later(() => import('../case/startRevisionPage.tsx'));

/** The form is fetched when somebody asks for it; those who may not start a revision read why. */
export function Start({ me }: { me: MeView }) {
  const { t, text } = useWords();
  const [open, setOpen] = useState(false);
  const entry = me.allowed.find((one) => one.act === 'startRevision');
  if (!open && entry && !entry.ok && entry.refusal)
    return (
      <p className="quiet">
        {t('tab.notYours', { what: t('tab.start') })} {text(entry.refusal.message)}
      </p>
    );
  if (!open) return <Button onClick={() => setOpen(true)}>{t('tab.start')}</Button>;
  return (
    <Suspense fallback={<Wait />}>
      <StartRevision me={me} close={() => setOpen(false)} />
    </Suspense>
  );
}
