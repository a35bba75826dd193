import { Button } from '@fluentui/react-components';
import { useRef, useState, type FormEvent } from 'react';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { RefusalNote } from '../parts/form/Refusal.tsx';
import { useWords } from '../frame/words.ts';
import { useUpload } from './useUpload.ts';

/** A file for the case, or for one version of the proposal. */
export function AddFile({ revision }: { revision: RevisionView }) {
  const { t, bytes } = useWords();
  const { sent, away, refusal, added, send } = useUpload(revision);
  const [file, setFile] = useState<File | null>(null);
  const [versionId, setVersionId] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return field.current?.focus();
    if (sent !== null || !(await send(file, versionId))) return;
    setFile(null);
    if (field.current) field.current.value = '';
  };
  const versions = revision.versions.toSorted((a, b) => b.number - a.number);
  return (
    <form className="form" onSubmit={(event) => void go(event)} aria-label={t('tab.file.add')}>
      <label className="choose">
        {t('tab.file.choose', { most: bytes(revision.largestFile) })}{' '}
        <input ref={field} type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </label>
      <label className="choose">
        {t('tab.file.belongs')}{' '}
        <select value={versionId} onChange={(event) => setVersionId(event.target.value)}>
          <option value="">{t('tab.file.wholeCase')}</option>
          {versions.map(({ id, number }) => (
            <option key={id} value={id}>
              {t('tab.file.withVersion', { number })}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        {sent !== null && file && t('tab.file.sending', { done: bytes(sent), size: bytes(file.size) })}
        {away && ` ${t('tab.file.away')}`}
        {added && t('tab.file.added', { name: added })}
      </p>
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabledFocusable={sent !== null}>
          {sent !== null ? t('tab.saving') : t('tab.file.send')}
        </Button>
      </div>
    </form>
  );
}
