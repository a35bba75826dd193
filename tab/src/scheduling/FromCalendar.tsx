import { Button } from '@fluentui/react-components';
import { useWords } from '../frame/words.ts';
import { useOwnCalendar, type OwnReading } from './useOwnCalendar.ts';
import type { Change } from '../parts/form/formSpec.ts';

/** What was filled in, or why nothing was. */
function Said({ found, refusal, notGiven }: OwnReading) {
  const { t, text } = useWords();
  const asks = refusal?.code === 'consentNeeded';
  return (
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
  );
}

interface Shown {
  reading: OwnReading;
  read: () => Promise<void>;
  allow: () => Promise<void>;
}

/** One button all along, so that whoever has no mouse stays on it when it comes to mean consent. */
export function OwnReadingShown({ reading, read, allow }: Shown) {
  const { t } = useWords();
  const asks = reading.refusal?.code === 'consentNeeded';
  const label = asks ? 'tab.own.consent' : 'tab.own.fill';
  return (
    <div className="from-calendar">
      <Said {...reading} />
      <Button disabledFocusable={reading.busy} onClick={() => void (asks ? allow() : read())}>
        {t(reading.busy ? 'tab.own.reading' : label)}
      </Button>
    </div>
  );
}

/** Ticks the times at which one's own calendar is free; nothing is sent before the person sends it. */
export function FromCalendar({ schedulingId, change }: { schedulingId: string; change: Change }) {
  return <OwnReadingShown {...useOwnCalendar(schedulingId, change)} />;
}
