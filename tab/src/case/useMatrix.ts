import { useRef, useState, type KeyboardEvent } from 'react';
import type { CommentView } from '../../../bot/views/shapes/hearing.ts';
import { dispositions, draftOf, kept, noFilters, type Draft, type Filters } from './matrix.ts';

const typing = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));

const onRadio = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio';

/** What is shown, which comment is current, which are picked, and what is half-written for each. */
export function useMatrix(comments: CommentView[]) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [current, setCurrent] = useState<string | null>(null);
  const [picked, setPicked] = useState<Set<string>>(new Set());
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const list = useRef<HTMLUListElement>(null);
  const shown = kept(comments, filters);
  const comment = comments.find((one) => one.id === current) ?? shown[0];

  const focusRow = (id: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-comment="${id}"]`)?.focus());
  const show = (id: string) => {
    setCurrent(id);
    focusRow(id);
  };
  const move = (step: number) => {
    const at = shown.findIndex((one) => one.id === comment?.id);
    const to = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
    if (to) show(to.id);
  };
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const draft = comment && (drafts[comment.id] ?? draftOf(comment));
  const write = (part: Partial<Draft>) => {
    if (comment && draft) setDrafts({ ...drafts, [comment.id]: { ...draft, ...part } });
  };
  const settle = (id: string) => {
    const { [id]: _, ...rest } = drafts;
    setDrafts(rest);
  };
  return {
    filters,
    setFilters,
    shown,
    comment,
    show,
    move,
    picked,
    pick,
    setPicked,
    draft,
    write,
    settle,
    list,
    half: new Set(Object.keys(drafts)),
  };
}
export type MatrixState = ReturnType<typeof useMatrix>;

/** j/k or arrows move, x picks, 1–4 choose. Only with focus inside the matrix, and never while typing. */
export function matrixKeys(state: MatrixState, choose: (index: number) => void) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const { comment } = state;
    const arrows = !onRadio(event.target);
    const number = Number(event.key);
    if (event.key === 'j' || (arrows && event.key === 'ArrowDown')) state.move(1);
    else if (event.key === 'k' || (arrows && event.key === 'ArrowUp')) state.move(-1);
    else if (event.key === 'x' && comment) state.pick(comment.id);
    else if (number >= 1 && number <= dispositions.length) choose(number - 1);
    else return;
    event.preventDefault();
  };
}
