import { Link } from 'wouter';
import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';
import { Standing } from '../scheduling/Standing.tsx';
import { When } from '../scheduling/When.tsx';

/** A meeting in the list; everything else about it is on its own page. */
export function MeetingRow({ meeting, past = false }: { meeting: MeetingView; past?: boolean }) {
  const { t } = useWords();
  const { id, title, answers, inSession, cancelledAt } = meeting;
  const { asOf: _, ...counts } = answers ?? { asOf: null };
  const failed = meeting.calendar.state === 'failed' || meeting.chat.state === 'failed';
  return (
    <li className="meeting-row">
      <h3>
        <Link href={`/meeting/${id}`}>{title}</Link>{' '}
        {inSession && <span className="tag open">{t('tab.session.in')}</span>}
        {cancelledAt && <span className="tag">{t('tab.meeting.cancelledTag')}</span>}
      </h3>
      <When meeting={meeting} />
      {!past && answers && <p className="quiet">{t('tab.meeting.counts', counts)}</p>}
      {!past && failed && <Standing meeting={meeting} />}
    </li>
  );
}
