import { event } from '../frame/event.ts';
import type { GroupField } from './workingGroup.ts';

interface Seat {
  revisionId: string;
  personId: string;
  organisationId: string | null;
}

export const groupEvents = {
  groupFormed: event<{ revisionId: string }>()('event.groupFormed', 'members', 'never', 'nothing'),
  groupJoined: event<Seat & { field: GroupField }>()('event.groupJoined', 'members', 'never', 'nothing'),
  groupLeft: event<Seat>()('event.groupLeft', 'members', 'never', 'nothing'),
  leadNamed: event<{ revisionId: string; organisationId: string }>()(
    'event.leadNamed',
    'members',
    'never',
    'nothing',
  ),
  sparringNoted: event<{ revisionId: string; text: string }>()(
    'event.sparringNoted',
    'lead',
    'never',
    'nothing',
  ),
  channelMade: event<{ revisionId: string; channelId: string; name: string }>()(
    'event.channelMade',
    'members',
    'never',
    'nothing',
  ),
};
