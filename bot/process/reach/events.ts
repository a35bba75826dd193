import type { DirectorySource } from './directory.ts';
import { event } from '../frame/event.ts';
import type { TestableCall } from './graphCalls.ts';

interface OfPerson {
  personId: string;
  /** Null: of no member organisation. */
  organisationId: string | null;
}

export const reachEvents = {
  broughtIntoTeams: event<OfPerson>()('event.broughtIntoTeams', 'secretariat', 'never', 'nothing'),
  guestInvited: event<OfPerson>()('event.guestInvited', 'secretariat', 'never', 'records'),
  addedToTeam: event<OfPerson>()('event.addedToTeam', 'secretariat', 'never', 'records'),
  appInstalled: event<OfPerson>()('event.appInstalled', 'secretariat', 'never', 'records'),
  filesClosed: event<OfPerson>()('event.filesClosed', 'secretariat', 'never', 'nothing'),
  syncAsked: event<{ dryRun: boolean; confirmed: DirectorySource | null }>()(
    'event.syncAsked',
    'secretariat',
    'never',
    'nothing',
  ),
  connectionTested: event<{ call: TestableCall }>()(
    'event.connectionTested',
    'secretariat',
    'never',
    'nothing',
  ),
  calendarLinkRenewed: event<{ personId: string }>()(
    'event.calendarLinkRenewed',
    'secretariat',
    'never',
    'nothing',
  ),
  messagesResent: event<{
    hearingId?: string | undefined;
    voteId?: string | undefined;
    meetingId?: string | undefined;
    schedulingId?: string | undefined;
    resent: number;
  }>()('event.messagesResent', 'secretariat', 'never', 'nothing'),
};
