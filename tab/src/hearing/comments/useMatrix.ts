import { useRef, useState } from 'react';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import { draftOf, kept, noFilters, type Draft, type Filters } from './matrix.ts';
import { useHalf } from '../useHalf.ts';

/** What is shown, which comment is current, which are picked, and what is half-written for each. */
export function useMatrix(comments: CommentView[], subject?: string) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [current, setCurrent] = useState<string | null>(null);
  /** As each was when it was picked. */
  const [picked, setPicked] = useState<Map<string, string>>(new Map());
  const { drafts, setDrafts, ...half } = useHalf(subject);
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
    const next = new Map(picked);
    if (!next.delete(id)) next.set(id, comments.find((one) => one.id === id)?.seen ?? '');
    setPicked(next);
  };
  const draft = comment && (drafts[comment.id] ?? draftOf(comment));
  const write = (part: Partial<Draft>) => {
    if (!comment) return;
    const { id } = comment;
    setDrafts((all) => ({ ...all, [id]: { ...(all[id] ?? draftOf(comment)), ...part } }));
  };
  const settle = (id: string) => setDrafts(({ [id]: _, ...rest }) => rest);
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
    ...half,
    write,
    settle,
    list,
    half: new Set(Object.keys(drafts)),
  };
}
export type MatrixState = ReturnType<typeof useMatrix>;
