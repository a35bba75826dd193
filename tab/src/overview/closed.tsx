import type { MeView } from '../../../bot/views/people/shapes.ts';
import { More } from '../parts/More.tsx';
import { Row } from '../parts/Row.tsx';
import { usePaged } from '../frame/usePaged.ts';
import { useWords } from '../frame/words.ts';
import { inOrder, keeps, type Filter, type Sort } from './filters.ts';

interface Props {
  me: MeView | undefined;
  filter: Filter;
  sort: Sort;
}

/** Those whose journey has ended, chosen and in order like the others; said of how many, while not all are fetched. */
export default function Closed({ me, filter, sort }: Props) {
  const { t, locale } = useWords();
  const { items = [], ...query } = usePaged('revisions', { over: 'true' });
  const kept = inOrder(
    sort,
    items.filter((row) => keeps(filter, row, me)),
    locale,
  );
  return (
    <>
      {query.data && (
        <p className="pad quiet" role="status">
          {items.length === 0
            ? t('tab.status.noneOver')
            : t(query.hasNextPage ? 'tab.status.overSome' : 'tab.status.overAll', {
                count: kept.length,
                total: items.length,
              })}
        </p>
      )}
      {kept.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      <More {...query} empty={!query.data} />
    </>
  );
}
