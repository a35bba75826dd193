import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

type Invitee = SchedulingView['invitees'][number];

function Row({ one, polling }: { one: Invitee; polling: boolean }) {
  const { t, text, short, who } = useWords();
  const calendar =
    one.readable === null
      ? t('tab.time.notYetRead')
      : one.readable || !one.why
        ? t('tab.time.readable')
        : text(one.why);
  const owes = one.readable !== true;
  return (
    <tr>
      <th scope="row">
        {who(one.name, one.organisationName)}{' '}
        {one.chair && <span className="tag">{t('tab.role.chair')}</span>}
      </th>
      <td>{calendar}</td>
      {polling && (
        <td>{one.answeredAt ? short(one.answeredAt) : t(owes ? 'tab.time.waits' : 'tab.time.notAsked')}</td>
      )}
    </tr>
  );
}

/** Who is called, whose calendar was read, and who has answered. */
export function Asked({ search: { invitees, openedAt } }: { search: SchedulingView }) {
  const { t } = useWords();
  const polling = openedAt !== null;
  const title = t('tab.time.asked', { count: invitees.length });
  return (
    <details className="card pad">
      <summary>{title}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tab.person')}</th>
              <th scope="col">{t('tab.time.calendar')}</th>
              {polling && <th scope="col">{t('tab.time.answer')}</th>}
            </tr>
          </thead>
          <tbody>
            {invitees.map((one) => (
              <Row key={one.personId} one={one} polling={polling} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
