import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { ClipboardEvent } from 'react';
import type { Clause } from '../../../bot/views/shapes/revision.ts';
import { useWords } from '../words.ts';
import { clausesIn } from './paste.ts';

export type Draft = Clause & { key: number };

interface RowProps {
  clause: Draft;
  index: number;
  change: (part: Partial<Clause>) => void;
  remove: () => void;
  paste: (clauses: Clause[]) => void;
}

function ClauseRow({ clause, index, change, remove, paste }: RowProps) {
  const { t } = useWords();
  const onPaste = (event: ClipboardEvent) => {
    const clauses = clausesIn(event.clipboardData.getData('text/plain'));
    if (clauses.length === 0) return;
    event.preventDefault();
    paste(clauses);
  };
  return (
    <fieldset className="clause-row" onPaste={onPaste}>
      <legend>{t('tab.version.row', { number: index + 1 })}</legend>
      <Field label={t('tab.version.number')} className="n">
        <Input value={clause.number} onChange={(_, d) => change({ number: d.value })} autoComplete="off" />
      </Field>
      <Field label={t('tab.version.kind')} className="k">
        <Select value={clause.kind} onChange={(_, d) => change({ kind: d.value as Clause['kind'] })}>
          <option value="requirement">{t('clauseKind.requirement')}</option>
          <option value="recommendation">{t('clauseKind.recommendation')}</option>
        </Select>
      </Field>
      <Field label={t('tab.version.heading')} className="h">
        <Input value={clause.heading} onChange={(_, d) => change({ heading: d.value })} autoComplete="off" />
      </Field>
      <Field label={t('tab.version.text')} className="x">
        <Textarea value={clause.text} resize="vertical" onChange={(_, d) => change({ text: d.value })} />
      </Field>
      <Button size="small" onClick={remove} aria-label={t('tab.version.removeRow', { number: index + 1 })}>
        {t('tab.version.remove')}
      </Button>
    </fieldset>
  );
}

let keys = 0;
export const draft = (clause?: Partial<Clause>): Draft => ({
  key: (keys += 1),
  number: '',
  kind: 'requirement',
  heading: '',
  text: '',
  ...clause,
});

const untouched = (row: Draft) => !row.number && !row.heading && !row.text;

export function ClauseRows({ rows, set }: { rows: Draft[]; set: (rows: Draft[]) => void }) {
  const change = (key: number, part: Partial<Clause>) =>
    set(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const paste = (index: number, clauses: Clause[]) => {
    const here = rows[index];
    const keep = here && untouched(here) ? [] : rows.slice(index, index + 1);
    set([...rows.slice(0, index), ...keep, ...clauses.map(draft), ...rows.slice(index + 1)]);
  };
  return rows.map((row, index) => (
    <ClauseRow
      key={row.key}
      clause={row}
      index={index}
      change={(part) => change(row.key, part)}
      remove={() => set(rows.filter((one) => one.key !== row.key))}
      paste={(clauses) => paste(index, clauses)}
    />
  ));
}
