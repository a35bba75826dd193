import { event } from '../frame/event.ts';
import type { MeetingKind, Season } from './meetingKinds.ts';

interface OfSearch {
  schedulingId: string;
  title: string;
}

export const schedulingEvents = {
  timeSought: event<
    OfSearch & {
      kind: MeetingKind;
      season: Season;
      revisionId: string | null;
      minutes: number;
      fromDay: string;
      toDay: string;
      asked: number;
    }
  >()('event.timeSought', 'members', 'never', 'nothing'),
  pollOpened: event<OfSearch & { slots: string[]; deadline: string; asked: number }>()(
    'event.pollOpened',
    'members',
    'never',
    'nothing',
  ),
  // When each can come is shown to the secretariat alone.
  pollAnswered: event<OfSearch & { personId: string; possible: number }>()(
    'event.pollAnswered',
    'secretariat',
    'never',
    'nothing',
  ),
  timeSettled: event<OfSearch & { meetingId: string; to: string }>()(
    'event.timeSettled',
    'members',
    'never',
    'nothing',
  ),
  schedulingDropped: event<OfSearch>()('event.schedulingDropped', 'members', 'never', 'nothing'),
};
