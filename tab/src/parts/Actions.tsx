import { Button } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import type { Answer, Params } from '../api.ts';
import { useAllowedMany, usePress } from '../queries.ts';
import { useWords } from '../words.ts';
import { useAnnounce } from './Announce.tsx';
import { ActForm, type FormSpec } from './ActForm.tsx';
import { blocked, notTheirs } from './gate.ts';
import { Findings, RefusalNote } from './Refusal.tsx';

export interface Handlers {
  entry: Allowed | undefined;
  onDone: (answer: Answer) => void;
  onCancel: () => void;
}
export interface Action {
  act: string;
  label: string;
  input: object;
  primary?: boolean;
  /** Whether it may be done depends on more than the view knew: ask for this input. */
  ask?: Params;
  /** Inputs to fill or, without fields, a sentence to confirm; absent: one press does it. */
  form?: FormSpec;
  /** A form of its own, where fields in a list are not enough. */
  renderForm?: (handlers: Handlers) => ReactNode;
  /** The form stays open for the next one. */
  again?: boolean;
  /** Said when it is done. */
  done: string;
  then?: (answer: Answer) => void;
}

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

function useOne(action: Action, entry: Allowed | undefined) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [turn, setTurn] = useState(0);
  const say = useAnnounce();
  const { busy, refusal, press } = usePress(action.act);
  const button = useRef<HTMLButtonElement>(null);
  const hasForm = Boolean(action.form ?? action.renderForm);
  const stopped = blocked(entry) && !action.form?.gate;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const finish = (answer: Answer) => {
    setDone(true);
    say(action.done);
    setTurn(turn + 1);
    if (!action.again) close();
    action.then?.(answer);
  };
  const click = async () => {
    if (stopped) return;
    setDone(false);
    if (hasForm) return setOpen(!open);
    const answer = await press(action.input);
    if (answer?.ok) finish(answer);
  };
  return { open, done, turn, busy, refusal, button, hasForm, stopped, close, finish, click };
}

function One({ action, entry }: { action: Action; entry: Allowed | undefined }) {
  const { t } = useWords();
  const { open, done, turn, busy, refusal, button, hasForm, stopped, close, finish, click } = useOne(
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
      {done && <p className="note ok">{action.done}</p>}
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

/** What somebody else must press is told in one line per reason, instead of a row of dead buttons. */
function Others({ actions, entries }: { actions: Action[]; entries: (Allowed | undefined)[] }) {
  const { t, text } = useWords();
  const reasons = new Map<string, string[]>();
  for (const [index, action] of actions.entries()) {
    const entry = entries[index];
    if (!notTheirs(entry) || !entry?.refusal) continue;
    const reason = text(entry.refusal.message);
    reasons.set(reason, [...(reasons.get(reason) ?? []), action.label]);
  }
  return [...reasons].map(([reason, labels]) => (
    <p className="quiet" key={reason}>
      {t('tab.notYours', { what: labels.join(' · ') })} {reason}
    </p>
  ));
}

/** The acts of one place, each with its guard's answer before the click. */
export function Actions({ actions, lists }: { actions: Action[]; lists: (Allowed[] | undefined)[] }) {
  const wanted = actions.map(({ act, input, ask }) => ({
    act,
    input: ask ?? (input as Params),
    fresh: Boolean(ask),
  }));
  const entries = useAllowedMany(wanted, lists);
  return (
    <>
      <div className="actions">
        {actions.map((action, index) =>
          notTheirs(entries[index]) ? null : (
            <One key={`${action.act} ${action.label}`} action={action} entry={entries[index]} />
          ),
        )}
      </div>
      <Others actions={actions} entries={entries} />
    </>
  );
}
