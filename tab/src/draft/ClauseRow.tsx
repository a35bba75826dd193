import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { ClipboardEvent } from 'react';
import type { Clause } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';
import { clausesIn } from './paste.ts';

interface Props {
  clause: Clause;
  index: number;
  change: (part: Partial<Clause>) => void;
  remove: () => void;
  paste: (clauses: Clause[]) => void;
}

/** One clause being typed; what is pasted into it may be a whole table. */
export function ClauseRow({ clause, index, change, remove, paste }: Props) {
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
