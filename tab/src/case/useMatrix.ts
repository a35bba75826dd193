import { useEffect, useRef, useState } from 'react';
import type { CommentView } from '../../../bot/views/shapes/hearing.ts';
import { useKept } from '../kept.ts';
import { draftOf, kept, knowing, noDraft, noFilters, type Draft, type Filters } from './matrix.ts';

interface Typed {
  drafts: Record<string, Draft>;
  /** The one answer to all that are picked. */
  many: Draft;
}
const nothing = (): Typed => ({ drafts: {}, many: noDraft });
const isNothing = ({ drafts, many }: Typed): boolean =>
  Object.keys(drafts).length === 0 && Object.values(many).every((part) => part === '');

/** What is half-written for each comment and for all that are picked, kept while one looks elsewhere. */
function useTyped(comments: CommentView[], subject: string | undefined) {
  const typed = useKept<Typed>(subject, nothing, isNothing);
  const { set } = typed;
  const { drafts, many } = typed.value;
  useEffect(() => {
    if (Object.values(drafts).some(({ seen }) => seen === ''))
      set((all) => ({ ...all, drafts: knowing(all.drafts, comments) }));
    // Only when others are on the page: what was refused a moment ago is not there yet.
  }, [comments]);
  return {
    typed,
    drafts,
    many,
    setDrafts: (more: (all: Record<string, Draft>) => Record<string, Draft>) =>
      set((all) => ({ ...all, drafts: more(all.drafts) })),
    writeMany: (part: Partial<Draft> | null) =>
      set((all) => ({ ...all, many: part ? { ...all.many, ...part } : noDraft })),
  };
}

/** What is shown, which comment is current, which are picked, and what is half-written for each. */
export function useMatrix(comments: CommentView[], subject?: string) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [current, setCurrent] = useState<string | null>(null);
  /** As each was when it was picked. */
  const [picked, setPicked] = useState<Map<string, string>>(new Map());
  const { typed, drafts, setDrafts, many, writeMany } = useTyped(comments, subject);
  useEffect(() => {
    if (![...picked.values()].includes('')) return;
    const now = new Map(comments.map(({ id, seen }) => [id, seen]));
    setPicked(new Map([...picked].map(([id, seen]) => [id, seen || (now.get(id) ?? seen)])));
  }, [comments, picked]);
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
  const settle = (id: string) => {
    setDrafts(({ [id]: _, ...rest }) => rest);
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
    typed,
    many,
    writeMany,
    write,
    settle,
    list,
    half: new Set(Object.keys(drafts)),
  };
}
export type MatrixState = ReturnType<typeof useMatrix>;
