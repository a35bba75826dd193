import '../styles/case.css';
import { Actions } from '../parts/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { Meeting } from '../parts/Meeting.tsx';
import { useMe, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { useMeetingFields } from './meetingFields.ts';

export default function Meetings() {
  const { t } = useWords();
  const me = useMe().data;
  const query = useView('meetings');
  const fields = useMeetingFields();
  return (
    <>
      <PageTitle title={t('tab.nav.meetings')} />
      <Load query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="card pad">{t('tab.meeting.none')}</p>}
            {items
              .toSorted(
                (a, b) => Number(b.inSession) - Number(a.inSession) || b.startsAt.localeCompare(a.startsAt),
              )
              .map((meeting) => (
                <Meeting key={meeting.id} meeting={meeting} />
              ))}
          </>
        )}
      </Load>
      <Actions
        lists={[me?.allowed]}
        actions={[
          {
            act: 'callMeeting',
            label: t('tab.meeting.call'),
            input: {},
            done: t('tab.meeting.called'),
            form: { fields },
          },
        ]}
      />
    </>
  );
}
