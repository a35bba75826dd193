import type { MeetingView } from '../../../bot/views/shapes/meeting.ts';
import { useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { Actions } from './Actions.tsx';
import { Attendance } from './Attendance.tsx';
import { useMeetingActs } from './meetingActs.ts';

/** One meeting: when, whether it is in session, who is there. `folded` stands inside another section. */
export function Meeting({ meeting, folded }: { meeting: MeetingView; folded?: boolean }) {
  const { t, long } = useWords();
  const me = useMe().data;
  const Title = folded ? 'h3' : 'h2';
  const actions = useMeetingActs(meeting);
  return (
    <article className={folded ? 'meeting' : 'meeting card pad'} aria-labelledby={`meeting-${meeting.id}`}>
      <Title id={`meeting-${meeting.id}`}>
        {meeting.title}{' '}
        <span className={`tag ${meeting.inSession ? 'open' : ''}`}>
          {t(meeting.inSession ? 'tab.session.in' : 'tab.session.out')}
        </span>
      </Title>
      <p>
        {long(meeting.startsAt)} · {t(`tab.season.${meeting.season}`)} ·{' '}
        {t(`tab.meetingKind.${meeting.kind}`)}
      </p>
      <p className="quiet">{t(meeting.linked ? 'tab.meeting.isLinked' : 'tab.meeting.notLinked')}</p>
      {meeting.joinUrl && (
        <p>
          <a href={meeting.joinUrl} target="_blank" rel="noreferrer">
            {t('tab.meeting.join')}
          </a>
        </p>
      )}
      <Attendance meeting={meeting} />
      <Actions lists={[meeting.allowed, me?.allowed]} actions={actions} />
    </article>
  );
}
