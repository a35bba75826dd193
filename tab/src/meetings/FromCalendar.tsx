import { Button } from '@fluentui/react-components';
import type { Change } from '../parts/useActForm.ts';
import { useWords } from '../words.ts';
import { useOwnCalendar, type OwnReading } from './useOwnCalendar.ts';

/** What was filled in, or why nothing was. */
export function OwnReadingSaid({ reading, onAllow }: { reading: OwnReading; onAllow: () => void }) {
  const { t, text } = useWords();
  const { busy, found, refusal, notGiven } = reading;
  const asks = refusal?.code === 'consentNeeded';
  return (
    <>
      <div role="status">
        {found && (
          <p className={`note block ${found.free > 0 ? 'ok' : 'neutral'}`}>
            {found.free > 0 ? t('tab.own.filled', found) : t('tab.own.noneFree')}
          </p>
        )}
        {refusal && (
          <p className={`note block ${asks ? 'neutral' : 'warn'}`}>
            {text(refusal.message)} {asks && t('tab.own.consentWhy')}
          </p>
        )}
        {notGiven && <p className="note block warn">{t('tab.own.notGiven')}</p>}
      </div>
      {asks && (
        <Button disabledFocusable={busy} onClick={onAllow}>
          {busy ? t('tab.own.reading') : t('tab.own.consent')}
        </Button>
      )}
    </>
  );
}

/** Ticks the times at which one's own calendar is free; nothing is sent before the person sends it. */
export function FromCalendar({ schedulingId, change }: { schedulingId: string; change: Change }) {
  const { t } = useWords();
  const { reading, read, allow } = useOwnCalendar(schedulingId, change);
  const asks = reading.refusal?.code === 'consentNeeded';
  return (
    <div className="from-calendar">
      {!asks && (
        <Button disabledFocusable={reading.busy} onClick={() => void read()}>
          {reading.busy ? t('tab.own.reading') : t('tab.own.fill')}
        </Button>
      )}
      <OwnReadingSaid reading={reading} onAllow={() => void allow()} />
    </div>
  );
}
