import { Link } from 'wouter';
import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Who owes an answer: whose calendar is read need not give one. */
export const owing = ({ invitees }: SchedulingView) => invitees.filter(({ readable }) => readable !== true);

function useNext(search: SchedulingView): string {
  const { t, long } = useWords();
  const { state, calendars, respondBy, invitees } = search;
  if (!calendars && state === 'polling') return '';
  if (state === 'proposed') {
    const { readable = 0, unreadable = 0 } = calendars ?? {};
    if (readable === invitees.length) return t('tab.time.next.allRead', { readable });
    return t('tab.time.next.proposed', { readable, unreadable });
  }
  if (state === 'polling') {
    const asked = owing(search);
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null).length;
    return t('tab.time.next.polling', {
      answered,
      asked: asked.length,
      at: respondBy ? long(respondBy) : '',
    });
  }
  return t(`tab.time.next.${state}`);
}

/** Where the search stands, and what happens next. */
export function SearchState({ search }: { search: SchedulingView }) {
  const { t, date, text, plural } = useWords();
  const { state, from, to, minutes, meetingId, calendars, invitees, agenda } = search;
  const period = { from: date(from), to: date(to), minutes };
  return (
    <section className="card pad" aria-label={t('tab.time.find')}>
      <p>
        <span className="tag open">{t(`tab.time.state.${state}`)}</span>
      </p>
      <p className="quiet">
        {calendars
          ? t('tab.time.period', {
              ...period,
              asked: plural(invitees.length, 'tab.members.person', 'tab.members.people'),
            })
          : t('tab.time.periodMine', period)}
      </p>
      <p>{useNext(search)}</p>
      {calendars?.failure && <p className="note bad block">{text(calendars.failure)}</p>}
      {meetingId && (
        <p>
          <Link href={`/meeting/${meetingId}`}>{t('tab.time.meeting')}</Link>
        </p>
      )}
      {agenda && (
        <details>
          <summary>{t('tab.meeting.agenda')}</summary>
          <p className="legal">{agenda}</p>
        </details>
      )}
    </section>
  );
}
