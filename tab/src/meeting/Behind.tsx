import { More } from '../parts/More.tsx';
import { usePaged } from '../frame/usePaged.ts';
import { useWords } from '../frame/words.ts';
import { MeetingRow } from './MeetingRow.tsx';

/** Meetings that are over or cancelled, the latest first. */
export function Behind() {
  const { t } = useWords();
  const { items = [], ...query } = usePaged('meetings', { past: 'true' });
  return (
    <>
      {query.data && items.length === 0 && <p>{t('tab.meeting.nonePast')}</p>}
      <ul className="plain">
        {items.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} past />
        ))}
      </ul>
      <More {...query} empty={!query.data} />
    </>
  );
}
