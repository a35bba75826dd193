import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Who can when: everybody against every time, in the order of the list above. */
export function TimesByPerson({ search: { times, invitees } }: { search: SchedulingView }) {
  const { t, short, who } = useWords();
  if (times.length === 0) return null;
  return (
    <details className="card pad">
      <summary>{t('tab.time.matrix')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.time.matrix')}>
        <table className="who-can">
          <thead>
            <tr>
              <th scope="col">{t('tab.person')}</th>
              {times.map(({ startsAt }) => (
                <th scope="col" key={startsAt}>
                  {short(startsAt)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {invitees.map((one, index) => (
              <tr key={one.personId}>
                <th scope="row">{who(one.name, one.organisationName)}</th>
                {times.map(({ startsAt, standing }) => (
                  <td key={startsAt} className={standing[index]} data-when={short(startsAt)}>
                    {t(`tab.standing.${standing[index] ?? 'unknown'}`)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
