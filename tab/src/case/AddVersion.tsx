import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { RevisionView, VersionView } from '../../../bot/views/shapes/revision.ts';
import type { Handlers } from '../parts/action.ts';
import { RefusalNote } from '../parts/Refusal.tsx';
import { Restored } from '../parts/Restored.tsx';
import { useWords } from '../words.ts';
import { ClauseRows, draft } from './ClauseRows.tsx';
import { useNewVersion } from './useNewVersion.ts';

const kinds = ['proposal', 'final', 'termsOfReference', 'backgroundReport'] as const;

/** A whole document typed, pasted from a sheet, or begun from the version before. */
export function AddVersion({ revision, onDone, onCancel }: Handlers & { revision: RevisionView }) {
  const { t } = useWords();
  const { newest, kept, kind, title, rows, write, filled, busy, refusal, go } = useNewVersion(
    revision,
    onDone,
  );
  return (
    <form className="form wide" onSubmit={(event) => void go(event)} aria-label={t('tab.version.add')}>
      <Restored kept={kept} />
      <Field label={t('tab.version.docKind')}>
        <Select autoFocus value={kind} onChange={(_, d) => write({ kind: d.value as VersionView['kind'] })}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`versionKind.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('tab.version.title')}>
        <Input value={title} onChange={(_, d) => write({ title: d.value })} />
      </Field>
      <p className="quiet">{t('tab.version.pasteHint')}</p>
      <ClauseRows rows={rows} set={(next) => write({ rows: next })} />
      <div className="buttons">
        <Button onClick={() => write({ rows: [...rows, draft()] })}>{t('tab.version.addRow')}</Button>
        {newest && (
          <Button onClick={() => write({ rows: [...filled, ...newest.clauses.map(draft)] })}>
            {t('tab.version.copyFrom', { number: newest.number })}
          </Button>
        )}
      </div>
      <p role="status">{t('tab.version.clauses', { count: filled.length })}</p>
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('tab.saving') : t('tab.version.save')}
        </Button>
        <Button
          onClick={() => {
            kept.forget();
            onCancel();
          }}
        >
          {t('tab.cancel')}
        </Button>
      </div>
    </form>
  );
}
