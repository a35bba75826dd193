import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { FileView, RevisionView } from '../../../bot/views/case/shapes.ts';
import { fetchFile } from '../api.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';
import { AddFile } from './AddFile.tsx';

/** The bytes come with the reader's token, and are then the browser's to keep. */
function Fetch({ file }: { file: FileView }) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const go = () =>
    fetchFile(file).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <Button size="small" onClick={() => void go()}>
        {t('tab.file.fetch', { name: file.name })}
      </Button>
      {failed && <p className="note bad">{t('tab.file.notFetched')}</p>}
    </>
  );
}

function Line({ file, revision }: { file: FileView; revision: RevisionView }) {
  const { t, text, date, bytes } = useWords();
  const { name, state, size, sent, reason, url } = file;
  const version = revision.versions.find(({ id }) => id === file.versionId);
  const about = [
    file.number > 1 && t('tab.file.again', { number: file.number }),
    version && t('tab.file.ofVersion', { number: version.number }),
    bytes(size),
    date(file.addedAt),
    state !== 'receiving' && t(`tab.file.state.${state}`, { done: bytes(sent), size: bytes(size) }),
  ];
  return (
    <li className="file">
      <b>{name}</b> <span className="quiet">{about.filter(Boolean).join(' · ')}</span>
      <p className="quiet">
        {t('tab.version.hash')} <code className="hash">{file.hash}</code>
      </p>
      {reason && <p className="note warn">{text(reason)}</p>}
      <div className="buttons">
        <Fetch file={file} />
        {url && (
          <a href={url} target="_blank" rel="noreferrer">
            {t('tab.file.open')}
          </a>
        )}
      </div>
      {reason && (
        <Actions
          lists={[]}
          actions={[
            {
              act: 'retryFile',
              label: t('tab.file.retry', { name }),
              input: { fileId: file.id },
              done: t('tab.file.retried'),
            },
          ]}
        />
      )}
    </li>
  );
}

/** The files of a case: the app's own by their hashes, and where SharePoint has a copy. */
export function Files({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const may = revision.allowed.find(({ act }) => act === 'beginFile')?.ok ?? false;
  return (
    <section className="card pad" aria-labelledby="files">
      <h2 id="files">{t('tab.file.title')}</h2>
      {revision.files.length === 0 && <p>{t('tab.file.none')}</p>}
      <ul className="plain lines">
        {revision.files.map((file) => (
          <Line key={file.id} file={file} revision={revision} />
        ))}
      </ul>
      {may && <AddFile revision={revision} />}
    </section>
  );
}
