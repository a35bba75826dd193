import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';
import { blocked } from '../parts/form/gate.ts';
import { Presence } from './Presence.tsx';

/** Who is in the meeting, by organisation; folded away until somebody looks. */
export function Attendance({ meeting }: { meeting: MeetingView }) {
  const { t } = useWords();
  const mark = meeting.allowed.find((entry) => entry.act === 'markPresent');
  const seats = meeting.presence.toSorted((a, b) =>
    a.organisationName.localeCompare(b.organisationName, 'da'),
  );
  const present = seats.filter((seat) => seat.present).length;
  if (seats.length === 0) return null;
  return (
    <details>
      <summary>{t('tab.meeting.present', { present, total: seats.length })}</summary>
      <ul className="plain presence-list">
        {seats.map((seat) => (
          <li key={seat.organisationId}>
            <span>{seat.organisationName}</span>
            <span>
              <Presence meetingId={meeting.id} seat={seat} may={mark !== undefined && !blocked(mark)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
