import { Button } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import { mayI, type Answer, type Params, type Refused } from '../api.ts';
import { usePress } from '../queries.ts';
import { useWords } from '../words.ts';
import { asked, missing, shown, startValues, toInput, type FieldSpec, type Values } from './fields.ts';
import { FormField } from './FormField.tsx';
import { blocked } from './gate.ts';
import { Findings, RefusalNote } from './Refusal.tsx';

export interface FormSpec {
  fields: FieldSpec[];
  intro?: ReactNode;
  /** Inputs the gate depends on: it is asked again while they change. */
  gate?: string[];
  submit?: string;
}
interface Props extends FormSpec {
  act: string;
  label: string;
  base: object;
  entry?: Allowed | undefined;
  onDone: (answer: Answer) => void;
  onCancel?: () => void;
}

function useGate(
  act: string,
  input: Record<string, unknown>,
  names: string[] | undefined,
  entry: Allowed | undefined,
) {
  const params = useDeferredValue(JSON.stringify(asked(input, names ?? [])));
  const query = useQuery<Allowed, Refused>({
    queryKey: ['allowed', act, params],
    queryFn: ({ signal }) => mayI(act, JSON.parse(params) as Params, signal),
    enabled: Boolean(names),
    placeholderData: keepPreviousData,
  });
  return (names && query.data) || entry;
}

function useReason(gate: Allowed | undefined, wanted: boolean): FieldSpec[] {
  const { t } = useWords();
  if (!wanted && !gate?.unmet.some((finding) => finding.passable)) return [];
  return [
    { name: 'reason', label: t('tab.reason'), kind: 'area', required: true, hint: t('tab.reason.hint') },
  ];
}

function useActForm({ act, base, fields, gate: names, entry, onDone }: Props) {
  const [values, setValues] = useState<Values>(() => startValues(fields));
  const [tried, setTried] = useState(false);
  const [reasonWanted, setReasonWanted] = useState(false);
  const { busy, refusal, press, forget } = usePress(act);
  const form = useRef<HTMLFormElement>(null);
  const gate = useGate(act, toInput(fields, values, base), names, entry);
  const all = [...fields, ...useReason(gate, reasonWanted)];
  const gaps = missing(all, values);
  const stopped = blocked(gate);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button[type=submit]')?.focus();
  }, []);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (stopped) return;
    if (gaps[0]) return form.current?.querySelector<HTMLElement>(`[name="${gaps[0]}"]`)?.focus();
    const answer = await press(toInput(all, values, base));
    if (answer?.ok) onDone(answer);
    else if (answer?.refusal.code === 'reasonNeeded') setReasonWanted(true);
  };
  const set = (name: string) => (value: Values[string]) => {
    forget();
    setValues((before) => ({ ...before, [name]: value }));
  };
  return { values, set, go, form, gate, all, gaps: tried ? gaps : [], stopped, busy, refusal };
}

/** Any act's inputs as a form. What is typed stays when the act is refused. */
export function ActForm(props: Props) {
  const { act, label, intro, submit, onCancel } = props;
  const { t, text } = useWords();
  const { values, set, go, form, gate, all, gaps, stopped, busy, refusal } = useActForm(props);
  return (
    <form className="form" ref={form} onSubmit={(event) => void go(event)} aria-label={label} noValidate>
      {intro && <div className="intro">{intro}</div>}
      {shown(all, values).map((spec) => (
        <FormField
          key={spec.name}
          spec={spec}
          value={values[spec.name] ?? ''}
          set={set(spec.name)}
          marked={t('tab.optional')}
          error={gaps.includes(spec.name) ? t('tab.required') : undefined}
        />
      ))}
      <div id={`${act}-gate`}>
        <Findings unmet={gate?.unmet ?? []} />
        {stopped && gate?.unmet.length === 0 && gate.refusal && (
          <p className="note bad">{text(gate.refusal.message)}</p>
        )}
      </div>
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button
          appearance="primary"
          type="submit"
          disabledFocusable={busy || stopped}
          aria-describedby={`${act}-gate`}
        >
          {busy ? t('tab.saving') : (submit ?? label)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('tab.cancel')}</Button>}
      </div>
    </form>
  );
}
