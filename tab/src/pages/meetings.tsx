import '../styles/case.css';
import { Actions } from '../parts/Actions.tsx';
import type { FieldSpec } from '../parts/fields.ts';
import { Load, PageTitle } from '../parts/Load.tsx';
import { Meeting } from '../parts/Meeting.tsx';
import { useMe, useNow, useView } from '../queries.ts';
import { fieldTime } from '../time.ts';
import { useWords } from '../words.ts';

function useFields(): FieldSpec[] {
  const { t } = useWords();
  const now = useNow(3_600_000);
  const kinds = (['steeringGroup', 'workingGroup'] as const).map((one) => ({
    value: one,
    label: t(`tab.meetingKind.${one}`),
  }));
  const seasons = (['spring', 'autumn', 'extraordinary'] as const).map((one) => ({
    value: one,
    label: t(`tab.season.${one}`),
  }));
  return [
    { name: 'title', label: t('tab.meeting.title'), required: true },
    { name: 'kind', label: t('tab.meeting.kind'), kind: 'select', required: true, options: kinds },
    {
      name: 'season',
      label: t('tab.meeting.season'),
      kind: 'select',
      required: true,
      options: seasons,
      hint: t('tab.meeting.seasonHint'),
    },
    {
      name: 'startsAt',
      label: t('tab.meeting.startsAt'),
      kind: 'datetime',
      required: true,
      initial: fieldTime(now, 14, '10'),
    },
    {
      name: 'endsAt',
      label: t('tab.meeting.endsAt'),
      kind: 'datetime',
      required: true,
      initial: fieldTime(now, 14, '12'),
    },
    { name: 'joinUrl', label: t('tab.meeting.joinUrl'), kind: 'url', hint: t('tab.meeting.joinHint') },
  ];
}

export default function Meetings() {
  const { t } = useWords();
  const me = useMe().data;
  const query = useView('meetings');
  const fields = useFields();
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
