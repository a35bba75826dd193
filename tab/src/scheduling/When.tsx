import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { useWords } from '../frame/words.ts';

export type Meant = Pick<MeetingView, 'startsAt' | 'endsAt' | 'season' | 'kind'>;

/** When a meeting is, which one, and whose. */
export function When({ meeting: { startsAt, endsAt, season, kind } }: { meeting: Meant }) {
  const { t, long, clock } = useWords();
  return (
    <p>
      {t('tab.meeting.until', { from: long(startsAt), to: clock(endsAt) })} · {t(`tab.season.${season}`)} ·{' '}
      {t(`tab.meetingKind.${kind}`)}
    </p>
  );
}
