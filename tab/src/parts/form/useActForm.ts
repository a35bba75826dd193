import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { ActInput, ActName } from '../../frame/acts.ts';
import { usePress } from '../../frame/press.ts';
import { outdated } from '../../frame/refused.ts';
import { useWords } from '../../frame/words.ts';
import { missing, toInput, type FieldSpec, type Values } from './fields.ts';
import { blocked, isShut } from './gate.ts';
import { useGate } from './useGate.ts';
import { useTyped } from './useTyped.ts';
import type { Change, ActFormProps } from './formSpec.ts';

function useReason(gate: Allowed | undefined, wanted: boolean): FieldSpec[] {
  const { t } = useWords();
  if (!wanted && !gate?.unmet.some((finding) => finding.passable)) return [];
  return [
    { name: 'reason', label: t('tab.reason'), kind: 'area', required: true, hint: t('tab.reason.hint') },
  ];
}

/** Where one writes first: in what has opened, and not in what stands on the page anyhow. */
function useFirstFocus(still: boolean | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (still) return;
    form.current?.querySelector<HTMLElement>('input, textarea, select, button[type=submit]')?.focus();
  }, [still]);
  return form;
}

/** Whether it can be sent. A form that nobody can close and nothing is written in says why not, and waits. */
function verdictOn(gate: Allowed | undefined, asks: boolean, typed: ReturnType<typeof useTyped>) {
  const shut = isShut(gate, asks) && (typed.written || typed.cancel !== undefined);
  return { stopped: blocked(gate), shut };
}

/** A form's life: what is typed, what is missing, what the guard says; nothing typed is lost when it is refused. */
export function useActForm<N extends ActName>(props: ActFormProps<N>) {
  const { act, base, fields, gate: names, seen, entry, onDone } = props;
  const typed = useTyped(props);
  const { values, read } = typed;
  const [tried, setTried] = useState(false);
  const [reasonWanted, setReasonWanted] = useState(false);
  const [known, setKnown] = useState(false);
  const { busy, refusal, press, forget } = usePress(act);
  const form = useFirstFocus(props.still);
  const gate = useGate(act, toInput(fields, values, base), names, entry);
  const all = [...fields, ...useReason(gate, reasonWanted)];
  const gaps = missing(all, values);
  const verdict = verdictOn(gate, Boolean(names), typed);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict.stopped) return;
    if (gaps[0]) return form.current?.querySelector<HTMLElement>(`[name="${gaps[0]}"]`)?.focus();
    const about = known ? seen : (read ?? seen);
    const input = { ...toInput(all, values, base), ...(about !== undefined && { seen: about }) };
    // What stands in the fields is text and ticks until the server has parsed it.
    const answer = await press(input as ActInput<N>);
    if (answer?.ok) {
      typed.kept.forget();
      return onDone(answer);
    }
    if (answer?.refusal.code === 'reasonNeeded') setReasonWanted(true);
    // It is on the page now, and the next press is made knowing it.
    if (answer && outdated(answer.refusal)) setKnown(true);
  };
  const change: Change = (more) => {
    forget();
    typed.change(more);
  };
  const set = (name: string) => (value: Values[string]) => change((before) => ({ ...before, [name]: value }));
  return { ...typed, ...verdict, set, change, go, form, gate, all, gaps: tried ? gaps : [], busy, refusal };
}
