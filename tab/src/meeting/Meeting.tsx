import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { Replies } from '../scheduling/Replies.tsx';
import { Standing } from '../scheduling/Standing.tsx';
import { When } from '../scheduling/When.tsx';
import { useMe } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Attendance } from './Attendance.tsx';
import { useMeetingActs } from './meetingActs.ts';

/** That it is in session, or will not be held. */
function Tag({ meeting: { cancelledAt, inSession } }: { meeting: MeetingView }) {
  const { t } = useWords();
  if (cancelledAt) return <span className="tag">{t('tab.meeting.cancelledTag')}</span>;
  return (
    <span className={`tag ${inSession ? 'open' : ''}`}>
      {t(inSession ? 'tab.session.in' : 'tab.session.out')}
    </span>
  );
}

function Cancelled({ meeting: { cancelledAt, cancelReason } }: { meeting: MeetingView }) {
  const { t, long } = useWords();
  if (!cancelledAt) return null;
  return (
    <p className="note warn block">
      {t('tab.meeting.cancelledAt', { at: long(cancelledAt), reason: cancelReason ?? '' })}
    </p>
  );
}

/** One meeting: when, whether it is in session, who comes, who is there. `folded` stands inside another section; else the page has its title. */
export function Meeting({ meeting, folded }: { meeting: MeetingView; folded?: boolean }) {
  const { t } = useWords();
  const me = useMe().data;
  const actions = useMeetingActs(meeting);
  return (
    <article className={folded ? 'meeting' : 'meeting card pad'} aria-label={meeting.title}>
      {folded ? (
        <h3>
          {meeting.title} <Tag meeting={meeting} />
        </h3>
      ) : (
        <Tag meeting={meeting} />
      )}
      <Cancelled meeting={meeting} />
      <When meeting={meeting} />
      <Standing meeting={meeting} />
      {meeting.joinUrl && !meeting.cancelledAt && (
        <p>
          <a href={meeting.joinUrl} target="_blank" rel="noreferrer">
            {t('tab.meeting.join')}
          </a>
        </p>
      )}
      {!folded && meeting.agenda && (
        <>
          <h2>{t('tab.meeting.agenda')}</h2>
          <p className="legal">{meeting.agenda}</p>
        </>
      )}
      {!folded && <Replies meeting={meeting} />}
      <Attendance meeting={meeting} />
      <Actions
        lists={[meeting.allowed, me?.allowed]}
        actions={folded ? actions.inSession : actions.all}
        gone={folded ? [] : actions.gone}
      />
    </article>
  );
}
