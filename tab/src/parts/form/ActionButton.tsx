import { Button } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import { useWords } from '../../frame/words.ts';
import type { ActName } from '../../frame/acts.ts';
import type { ActionOf } from './action.ts';
import { ActForm } from './ActForm.tsx';
import { Findings, RefusalNote } from './Refusal.tsx';
import { useAction, type Offer } from './useAction.ts';

type State = ReturnType<typeof useAction>;

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

function Opener({ action, state, why }: { action: ActionOf<ActName>; state: State; why: string }) {
  const { t } = useWords();
  const { stopped, busy, hasForm, open, click } = state;
  return (
    <Button
      ref={state.button as Ref<HTMLButtonElement>}
      appearance={action.primary ? 'primary' : 'secondary'}
      disabledFocusable={stopped || busy}
      aria-describedby={stopped ? why : undefined}
      aria-expanded={hasForm && !stopped ? open : undefined}
      onClick={() => void click()}
    >
      {busy ? t('tab.saving') : action.label}
    </Button>
  );
}

function Form({
  action,
  state,
  entry,
}: {
  action: ActionOf<ActName>;
  state: State;
  entry: Allowed | undefined;
}) {
  const { opened, turn, finish, close } = state;
  if (action.renderForm) return action.renderForm({ entry, onDone: finish, onCancel: close });
  if (!action.form) return null;
  return (
    <ActForm
      key={turn}
      {...action.form}
      act={action.act}
      label={action.label}
      base={action.input}
      entry={entry}
      still={action.form.still ?? !opened}
      onDone={finish}
      onCancel={close}
    />
  );
}

/**
 * One act as a button, with its guard under it and its form when it is opened. When it is the reader's no more, what
 * stands in the form, and a no to a press, stay until they put it away.
 */
export function ActionButton({ action, ...offer }: { action: ActionOf<ActName> } & Offer) {
  const { t } = useWords();
  const state = useAction(action, offer);
  const { open, stands, stopped, done, refusal, close } = state;
  const { entry, offered } = offer;
  const why = useId();
  if (!offered && !stands) return null;
  return (
    <div className={open ? 'action open' : 'action'}>
      {offered ? <Opener action={action} state={state} why={why} /> : <b>{action.label}</b>}
      {offered && stopped && entry && !open && <Why id={why} entry={entry} />}
      <RefusalNote refusal={refusal} />
      {!offered && !open && <Button onClick={close}>{t('tab.draft.close')}</Button>}
      {done && !action.past && <p className="note ok">{action.done}</p>}
      {open && <Form action={action} state={state} entry={entry} />}
    </div>
  );
}
