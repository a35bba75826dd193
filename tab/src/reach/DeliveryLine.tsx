import type { ComponentProps } from 'react';
import type { DeliveryView } from '../../../bot/views/people/shapes.ts';
import { useWords } from '../frame/words.ts';

export const problems: DeliveryView['state'][] = ['failed', 'uncertain'];

/** One message to one person or chat, and how far it came. */
export function DeliveryLine({ delivery, row }: { delivery: DeliveryView; row: ComponentProps<'tr'> }) {
  const { t, short } = useWords();
  const mailed = delivery.channel === 'mail' && delivery.state === 'accepted';
  return (
    <tr {...row}>
      <th scope="row">{delivery.personName ?? t(`tab.delivery.channel.${delivery.channel}`)}</th>
      <td>{delivery.organisationName}</td>
      <td>{t(`tab.delivery.message.${delivery.message}`)}</td>
      <td>
        <span className={`note ${problems.includes(delivery.state) ? 'bad' : 'neutral'}`}>
          {t(mailed ? 'tab.delivery.mailed' : `tab.delivery.state.${delivery.state}`)}
        </span>{' '}
        {delivery.reason}{' '}
        {delivery.feed?.state === 'accepted' && <span className="quiet">{t('tab.delivery.feed')}</span>}
      </td>
      <td>{short(delivery.at)}</td>
    </tr>
  );
}
