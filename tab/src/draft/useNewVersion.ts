import type { FormEvent } from 'react';
import type { RevisionView, VersionView } from '../../../bot/views/case/shapes.ts';
import type { Handlers } from '../parts/form/action.ts';
import { useKept } from '../frame/kept.ts';
import { usePress } from '../frame/press.ts';
import { draft, type Draft } from './ClauseRows.tsx';

const filled = (rows: Draft[]) =>
  rows.filter((row) => row.number.trim() || row.heading.trim() || row.text.trim());

interface Typed {
  kind: VersionView['kind'];
  title: string;
  rows: Draft[];
}

/** What a new version of this case is kept under. */
export const versionSubject = ({ id }: RevisionView): string => `addVersion ${id}`;

/** A version while it is being made: what was typed, which rows count, and what is sent. */
export function useNewVersion(revision: RevisionView, onDone: Handlers['onDone']) {
  const newest: VersionView | undefined = revision.versions.toSorted((a, b) => b.number - a.number)[0];
  const kept = useKept<Typed>(versionSubject(revision), () => ({
    kind: 'proposal',
    title: revision.title,
    rows: [draft()],
  }));
  const { kind, title, rows } = kept.value;
  const write = (part: Partial<Typed>) => kept.set((before) => ({ ...before, ...part }));
  const { busy, refusal, press } = usePress('addVersion');
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const clauses = filled(rows).map(({ key: _, ...clause }) => clause);
    const answer = await press({ revisionId: revision.id, kind, title, clauses });
    if (!answer?.ok) return;
    kept.forget();
    onDone(answer);
  };
  return { newest, kept, kind, title, rows, write, filled: filled(rows), busy, refusal, go };
}
