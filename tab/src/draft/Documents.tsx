import type { RevisionView, VersionView } from '../../../bot/views/case/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';
import { AddVersion } from './AddVersion.tsx';
import { ClauseList } from './ClauseList.tsx';
import { Compare } from './Compare.tsx';
import { Files } from './Files.tsx';
import { versionSubject } from './useNewVersion.ts';

function Version({ version }: { version: VersionView }) {
  const { t, date } = useWords();
  return (
    <li>
      <details>
        <summary>
          <b>{t('tab.version.name', { number: version.number, title: version.title })}</b>{' '}
          <span className="quiet">
            {t(`versionKind.${version.kind}`)} · {date(version.createdAt)} ·{' '}
            {t('tab.version.clauses', { count: version.clauses.length })}
          </span>
        </summary>
        <p className="quiet">
          {t('tab.version.hash')} <code className="hash">{version.hash}</code>
        </p>
        <ClauseList clauses={version.clauses} />
      </details>
    </li>
  );
}

export default function Documents({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const versions = revision.versions.toSorted((a, b) => b.number - a.number);
  return (
    <>
      <section className="card pad" aria-labelledby="documents">
        <h2 id="documents">{t('tab.case.part.documents')}</h2>
        {versions.length === 0 && <p>{t('tab.version.none')}</p>}
        <ul className="plain versions">
          {versions.map((version) => (
            <Version key={version.id} version={version} />
          ))}
        </ul>
        <Actions
          lists={[revision.allowed]}
          actions={[
            {
              act: 'addVersion',
              label: t('tab.version.add'),
              input: { revisionId: revision.id },
              done: t('tab.version.added'),
              keeps: versionSubject(revision),
              renderForm: (handlers) => <AddVersion revision={revision} {...handlers} />,
            },
          ]}
        />
      </section>
      <Files revision={revision} />
      {versions.length > 1 && <Compare key={versions[0]?.id} versions={versions} />}
    </>
  );
}
