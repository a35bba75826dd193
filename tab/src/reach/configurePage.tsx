import { useEffect, useState } from 'react';
import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { offer } from './configure.ts';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

function Choose({ rows }: { rows: RevisionRow[] }) {
  const { t } = useWords();
  const [id, setId] = useState('');
  const row = rows.find((one) => one.id === id);
  const name = row?.title ?? t('tab.configure.all');
  useEffect(() => offer({ page: id && `revision/${id}`, name }), [id, name]);
  return (
    <>
      <label className="choose">
        {t('tab.configure.which')}{' '}
        <select value={id} onChange={(event) => setId(event.target.value)}>
          <option value="">{t('tab.configure.all')}</option>
          {rows.map((one) => (
            <option key={one.id} value={one.id}>{`${one.ref} ${one.title}`}</option>
          ))}
        </select>
      </label>
      <p>{t('tab.configure.save')}</p>
    </>
  );
}

/** Teams shows this when somebody adds the tab to a channel by hand. */
export default function Configure() {
  const { t } = useWords();
  const query = useView('revisions');
  return (
    <>
      <PageTitle title={t('tab.configure.title')} />
      <Load query={query}>{({ items }) => <Choose rows={items} />}</Load>
    </>
  );
}
