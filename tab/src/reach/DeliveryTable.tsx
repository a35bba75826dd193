import { useState } from 'react';
import type { DeliveryView } from '../../../bot/views/people/shapes.ts';
import { useWords } from '../frame/words.ts';
import { DeliveryLine, problems } from './DeliveryLine.tsx';

const most = 100;

/** The messages: those that did not arrive, and the others when asked for. */
export function DeliveryTable({ items }: { items: DeliveryView[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const bad = items.filter((one) => problems.includes(one.state));
  const shown = all ? items.slice(0, 2000) : bad.slice(0, most);
  const columns = ['who', 'organisation', 'message', 'state', 'at'] as const;
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
      {shown.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.delivery.title')}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {t(`tab.delivery.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((delivery) => (
                <DeliveryLine key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
