import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import { useWords } from '../words.ts';
import type { Action } from './action.ts';
import { ActForm } from './ActForm.tsx';
import { Findings, RefusalNote } from './Refusal.tsx';
import { useAction } from './useAction.ts';

/** Why a button cannot be pressed, in words under it. */
function Why({ id, entry }: { id: string; entry: Allowed }) {
  const { text } = useWords();
  return (
    <div id={id} className="why">
      {entry.unmet.length > 0 ? (
        <Findings unmet={entry.unmet} />
      ) : (
        entry.refusal && <p className="note bad">{text(entry.refusal.message)}</p>
      )}
    </div>
  );
}

/** One act as a button, with its guard under it and its form when it is opened. */
export function ActionButton({ action, entry }: { action: Action; entry: Allowed | undefined }) {
  const { t } = useWords();
  const { open, done, turn, busy, refusal, button, hasForm, stopped, close, finish, click } = useAction(
    action,
    entry,
  );
  const why = useId();
  return (
    <div className={open ? 'action open' : 'action'}>
      <Button
        ref={button}
        appearance={action.primary ? 'primary' : 'secondary'}
        disabledFocusable={stopped || busy}
        aria-describedby={stopped ? why : undefined}
        aria-expanded={hasForm && !stopped ? open : undefined}
        onClick={() => void click()}
      >
        {busy ? t('tab.saving') : action.label}
      </Button>
      {stopped && entry && <Why id={why} entry={entry} />}
      <RefusalNote refusal={refusal} />
      {done && !action.past && <p className="note ok">{action.done}</p>}
      {open && action.renderForm?.({ entry, onDone: finish, onCancel: close })}
      {open && action.form && (
        <ActForm
          key={turn}
          {...action.form}
          act={action.act}
          label={action.label}
          base={action.input}
          entry={entry}
          onDone={finish}
          onCancel={close}
        />
      )}
    </div>
  );
}
