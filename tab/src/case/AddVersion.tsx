import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { RevisionView, VersionView } from '../../../bot/views/shapes/revision.ts';
import type { Handlers } from '../parts/Actions.tsx';
import { RefusalNote } from '../parts/Refusal.tsx';
import { usePress } from '../queries.ts';
import { useWords } from '../words.ts';
import { ClauseRows, draft, type Draft } from './ClauseRows.tsx';

const kinds = ['proposal', 'final', 'termsOfReference', 'backgroundReport'] as const;

const filled = (rows: Draft[]) =>
  rows.filter((row) => row.number.trim() || row.heading.trim() || row.text.trim());

/** A whole document typed, pasted from a sheet, or begun from the version before. */
export function AddVersion({ revision, onDone, onCancel }: Handlers & { revision: RevisionView }) {
  const { t } = useWords();
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
  return (
    <form className="form wide" onSubmit={(event) => void go(event)} aria-label={t('tab.version.add')}>
      <Field label={t('tab.version.docKind')}>
        <Select autoFocus value={kind} onChange={(_, d) => setKind(d.value as VersionView['kind'])}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`versionKind.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('tab.version.title')}>
        <Input value={title} onChange={(_, d) => setTitle(d.value)} />
      </Field>
      <p className="quiet">{t('tab.version.pasteHint')}</p>
      <ClauseRows rows={rows} set={setRows} />
      <div className="buttons">
        <Button onClick={() => setRows([...rows, draft()])}>{t('tab.version.addRow')}</Button>
        {newest && (
          <Button onClick={() => setRows([...filled(rows), ...newest.clauses.map(draft)])}>
            {t('tab.version.copyFrom', { number: newest.number })}
          </Button>
        )}
      </div>
      <p role="status">{t('tab.version.clauses', { count: filled(rows).length })}</p>
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('tab.saving') : t('tab.version.save')}
        </Button>
        <Button onClick={onCancel}>{t('tab.cancel')}</Button>
      </div>
    </form>
  );
}
