import type { DirectorySource } from './directory.ts';
import { event } from '../frame/event.ts';
import type { TestableCall } from './graphCalls.ts';

interface OfPerson {
  personId: string;
  /** Null: of no member organisation. */
  organisationId: string | null;
}

export const reachEvents = {
  broughtIntoTeams: event<OfPerson>()('event.broughtIntoTeams', 'secretariat', 'never'),
  guestInvited: event<OfPerson>()('event.guestInvited', 'secretariat', 'never'),
  addedToTeam: event<OfPerson>()('event.addedToTeam', 'secretariat', 'never'),
  appInstalled: event<OfPerson>()('event.appInstalled', 'secretariat', 'never'),
  filesClosed: event<OfPerson>()('event.filesClosed', 'secretariat', 'never'),
  syncAsked: event<{ dryRun: boolean; confirmed: DirectorySource | null }>()(
    'event.syncAsked',
    'secretariat',
    'never',
  ),
  connectionTested: event<{ call: TestableCall }>()('event.connectionTested', 'secretariat', 'never'),
  calendarLinkRenewed: event<{ personId: string }>()('event.calendarLinkRenewed', 'secretariat', 'never'),
  messagesResent: event<{
    hearingId?: string | undefined;
    voteId?: string | undefined;
    meetingId?: string | undefined;
    schedulingId?: string | undefined;
    resent: number;
  }>()('event.messagesResent', 'secretariat', 'never'),
};
