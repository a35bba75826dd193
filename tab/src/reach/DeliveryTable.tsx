import { Fragment, useState } from 'react';
import type { DeliveryView } from '../../../bot/views/people/shapes.ts';
import { Gap } from '../parts/Gap.tsx';
import { useLongList } from '../parts/useLongList.ts';
import { useWords } from '../frame/words.ts';
import { DeliveryLine, problems } from './DeliveryLine.tsx';

const columns = ['who', 'organisation', 'message', 'state', 'at'] as const;

function Lines({ items }: { items: DeliveryView[] }) {
  const { t } = useWords();
  const { box, long, few, rows, rest } = useLongList<HTMLDivElement>(items.length, 40);
  return (
    <div
      className={long ? 'scroll long' : 'scroll'}
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={t('tab.delivery.title')}
    >
      <table aria-rowcount={few ? items.length + 1 : undefined}>
        <thead>
          <tr aria-rowindex={few ? 1 : undefined}>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`tab.delivery.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, gap, props }) => {
            const delivery = items[index]!;
            return (
              <Fragment key={delivery.id}>
                <Gap height={gap} columns={columns.length} />
                <DeliveryLine
                  delivery={delivery}
                  row={few ? { ...props, 'aria-rowindex': index + 2 } : props}
                />
              </Fragment>
            );
          })}
          <Gap height={rest} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** The messages: those that did not arrive, and the others when asked for. */
export function DeliveryTable({ items }: { items: DeliveryView[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const bad = items.filter((one) => problems.includes(one.state));
  const shown = all ? items : bad;
  return (
    <>
      <p role="status">
        {t('tab.delivery.counts', {
          total: items.length,
          reached: items.filter((one) => one.state === 'accepted' || one.state === 'actedOn').length,
          waiting: items.filter((one) => one.state === 'queued' || one.state === 'sending').length,
          failed: bad.length,
        })}
      </p>
      <label>
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
        {t('tab.delivery.all')}
      </label>
      {shown.length > 0 && <Lines items={shown} />}
    </>
  );
}
