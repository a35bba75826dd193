import { keptOf, subjectOf, useKept } from '../../frame/kept.ts';
import { startValues, type Values } from './fields.ts';
import type { ActFormProps, Change } from './formSpec.ts';

/** With it, what it was typed about as it was then. */
interface Typed {
  values: Values;
  seen: string | undefined;
}

/** What is typed in an act's form, kept until it is saved or given up. */
export function useTyped({
  act,
  base,
  fields,
  seen,
  onCancel,
}: Pick<ActFormProps, 'act' | 'base' | 'fields' | 'seen' | 'onCancel'>) {
  const start = () => startValues(fields);
  const subject = subjectOf(act, base);
  const kept = useKept<Typed>(subject, () => ({ values: start(), seen }));
  // A field that has come since then begins as in a new form.
  const whole = (values: Values): Values => ({ ...start(), ...values });
  const change: Change = (more) => kept.set((last) => ({ ...last, values: more(whole(last.values)) }));
  const giveUp = () => {
    kept.forget();
    onCancel?.();
  };
  return {
    kept,
    written: keptOf(subject) !== undefined,
    values: whole(kept.value.values),
    read: kept.value.seen,
    change,
    cancel: onCancel && giveUp,
  };
}
