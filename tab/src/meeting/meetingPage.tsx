import '../styles/case.css';
import { Link } from 'wouter';
import { Deliveries } from '../reach/Deliveries.tsx';
import { OnStage } from './OnStage.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { Meeting } from './Meeting.tsx';
import { TrailFold } from '../case/TrailFold.tsx';
import { useMe, useViewWhile } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** One meeting. While calendar and chat are on their way it is looked at again: they come by themselves. */
export default function OneMeeting({ id }: { id: string }) {
  const { t } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const query = useViewWhile(
    'meeting',
    { id },
    ({ calendar, chat, cancelledAt }) =>
      !cancelledAt && (calendar.state === 'waiting' || chat.state === 'waiting'),
  );
  return (
    <Load query={query}>
      {(meeting) => (
        <>
          <PageTitle title={meeting.title}>
            <Link href="/meetings" className="back">
              {t('tab.nav.meetings')}
            </Link>
          </PageTitle>
          <OnStage page={`meeting/${id}`} />
          <Meeting meeting={meeting} />
          {secretariat && meeting.attendees.length > 0 && <Deliveries of={{ meetingId: id }} />}
          <TrailFold of={id} />
        </>
      )}
    </Load>
  );
}
