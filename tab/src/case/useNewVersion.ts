import { useState, type FormEvent } from 'react';
import type { RevisionView, VersionView } from '../../../bot/views/shapes/revision.ts';
import type { Handlers } from '../parts/action.ts';
import { usePress } from '../press.ts';
import { draft, type Draft } from './ClauseRows.tsx';

const filled = (rows: Draft[]) =>
  rows.filter((row) => row.number.trim() || row.heading.trim() || row.text.trim());

/** A version while it is being made: what was typed, which rows count, and what is sent. */
export function useNewVersion(revision: RevisionView, onDone: Handlers['onDone']) {
  const newest: VersionView | undefined = revision.versions.toSorted((a, b) => b.number - a.number)[0];
  const [kind, setKind] = useState<VersionView['kind']>('proposal');
  const [title, setTitle] = useState(revision.title);
  const [rows, setRows] = useState<Draft[]>(() => [draft()]);
  const { busy, refusal, press } = usePress('addVersion');
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const clauses = filled(rows).map(({ key: _, ...clause }) => clause);
    const answer = await press({ revisionId: revision.id, kind, title, clauses });
    if (answer?.ok) onDone(answer);
  };
  return { newest, kind, setKind, title, setTitle, rows, setRows, filled: filled(rows), busy, refusal, go };
}
