import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

/** How those who were called answered; one by one for those who may see it. */
export function Replies({ meeting: { answers, attendees } }: { meeting: MeetingView }) {
  const { t, short, who } = useWords();
  if (!answers) return null;
  const { asOf, ...counts } = answers;
  const read = asOf ? t('tab.meeting.asOf', { at: short(asOf) }) : t('tab.meeting.notRead');
  const line = `${t('tab.meeting.answers')}: ${t('tab.meeting.counts', counts)} (${read})`;
  if (attendees.length === 0) return <p>{line}</p>;
  return (
    <details>
      <summary>{line}</summary>
      <ul className="plain presence-list">
        {attendees.map((one) => (
          <li key={one.personId}>
            <span>{who(one.name, one.organisationName)}</span>
            <span>{t(`tab.response.${one.response ?? 'none'}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
