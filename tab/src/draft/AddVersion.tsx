import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { RevisionView, VersionView } from '../../../bot/views/case/shapes.ts';
import { keptOf } from '../frame/kept.ts';
import type { Handlers } from '../parts/form/action.ts';
import { isShut } from '../parts/form/gate.ts';
import { RefusalNote } from '../parts/form/Refusal.tsx';
import { Restored } from '../parts/Restored.tsx';
import { Unsaved } from '../parts/form/Unsaved.tsx';
import { useWords } from '../frame/words.ts';
import { ClauseRows, draft, type Draft } from './ClauseRows.tsx';
import { useNewVersion, versionSubject } from './useNewVersion.ts';

const asText = (title: string, rows: Draft[]): string =>
  [title, ...rows.map(({ number, heading, text }) => `${number} ${heading}\n${text}`)].join('\n\n');

const kinds = ['proposal', 'final', 'termsOfReference', 'backgroundReport'] as const;

interface Ending {
  entry: Allowed | undefined;
  /** What is written, as text; empty: nothing is. */
  words: string;
  busy: boolean;
  giveUp: () => void;
}

function Foot({ entry, words, busy, giveUp }: Ending) {
  const { t, text } = useWords();
  if (isShut(entry))
    return <Unsaved words={words} why={entry?.refusal && text(entry.refusal.message)} close={giveUp} />;
  return (
    <div className="buttons">
      <Button appearance="primary" type="submit" disabledFocusable={busy}>
        {busy ? t('tab.saving') : t('tab.version.save')}
      </Button>
      <Button onClick={giveUp}>{t('tab.cancel')}</Button>
    </div>
  );
}

/** A whole document typed, pasted from a sheet, or begun from the version before. */
export function AddVersion({ revision, entry, onDone, onCancel }: Handlers & { revision: RevisionView }) {
  const { t } = useWords();
  const { newest, kept, kind, title, rows, write, filled, busy, refusal, go } = useNewVersion(
    revision,
    onDone,
  );
  const words = keptOf(versionSubject(revision)) ? asText(title, filled) : '';
  const giveUp = () => {
    kept.forget();
    onCancel();
  };
  return (
    <form className="form wide" onSubmit={(event) => void go(event)} aria-label={t('tab.version.add')}>
      {!isShut(entry) && <Restored kept={kept} />}
      <Field label={t('tab.version.docKind')}>
        <Select
          autoFocus={!isShut(entry)}
          value={kind}
          onChange={(_, d) => write({ kind: d.value as VersionView['kind'] })}
        >
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
      <Foot entry={entry} words={words} busy={busy} giveUp={giveUp} />
    </form>
  );
}
