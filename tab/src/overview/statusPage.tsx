import '../styles/status.css';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useMe, useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { MySide } from '../case/mySide.tsx';
import { underWay } from './filters.ts';
import { Start } from './startPage.tsx';
import { StatusRows } from './statusRows.tsx';

/** Arbejdsgrupper: where every revision stands, for everybody. */
export function Status() {
  const { t } = useWords();
  const query = useView('revisions', underWay);
  const me = useMe().data;
  return (
    <>
      <PageTitle title={t('tab.nav.status')}>
        <p className="quiet">{t('partnership')}</p>
      </PageTitle>
      <div className="columns">
        <div>
          <Load query={query}>{(page) => <StatusRows rows={page.items} />}</Load>
          {me && <Start me={me} />}
        </div>
        <MySide />
      </div>
    </>
  );
}
