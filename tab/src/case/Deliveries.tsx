import { useEffect, useState } from 'react';
import type { DeliveryView } from '../../../bot/views/shapes/people.ts';
import { Actions } from '../parts/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';

const problems: DeliveryView['state'][] = ['failed', 'uncertain'];
const most = 100;

function Line({ delivery }: { delivery: DeliveryView }) {
  const { t, short } = useWords();
  const mailed = delivery.channel === 'mail' && delivery.state === 'accepted';
  return (
    <tr>
      <th scope="row">{delivery.personName ?? t(`tab.delivery.channel.${delivery.channel}`)}</th>
      <td>{delivery.organisationName}</td>
      <td>{t(`tab.delivery.message.${delivery.message}`)}</td>
      <td>
        <span className={`note ${problems.includes(delivery.state) ? 'bad' : 'neutral'}`}>
          {t(mailed ? 'tab.delivery.mailed' : `tab.delivery.state.${delivery.state}`)}
        </span>{' '}
        {delivery.reason}
      </td>
      <td>{short(delivery.at)}</td>
    </tr>
  );
}

function Table({ items }: { items: DeliveryView[] }) {
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
                <Line key={delivery.id} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** A message that gets through changes no case, so the live line is silent about it: look again while any is on its way. */
function useSendingShown({ data, refetch }: ReturnType<typeof useView<'deliveries'>>): void {
  const items = data?.items ?? [];
  const sending = items.some((one) => one.state === 'queued' || one.state === 'sending');
  const wait = items.length > 1000 ? 15_000 : 2_000;
  useEffect(() => {
    if (!sending) return;
    const timer = setInterval(() => void refetch(), wait);
    return () => clearInterval(timer);
  }, [sending, wait, refetch]);
}

/** Who was told and who could not be reached. Fetched when opened: a big hearing has thousands. */
export function Deliveries({ of }: { of: { hearingId: string } | { voteId: string } }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const query = useView('deliveries', of, open);
  useSendingShown(query);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tab.delivery.title')}</summary>
      {open && (
        <Load query={query}>
          {(page) => (
            <>
              <Table items={page.items} />
              <Actions
                lists={[page.allowed]}
                actions={[
                  {
                    act: 'resendFailed',
                    label: t('tab.delivery.resend'),
                    input: of,
                    done: t('tab.delivery.resent'),
                  },
                ]}
              />
            </>
          )}
        </Load>
      )}
    </details>
  );
}
