import { WireError } from '../network/http.ts';

const MINUTE = 60_000;
/** Less than this is made to be this. */
const LEAST = 45;
/** Longer than this Teams wants to know where to tell that it is about to end. */
const HOUR = 60;

type Subscribable = { resource: RegExp; any: string[]; minutes: number; teams?: boolean };
const id = '[^/()]+';

/** What can be subscribed to here, with Graph's own longest times (platform: change notifications). */
const list: Subscribable[] = [
  { resource: /^groups$/, any: ['Group.Read.All'], minutes: 41_760 },
  { resource: new RegExp(`^groups/${id}(/members)?$`), any: ['Group.Read.All'], minutes: 41_760 },
  {
    resource: new RegExp(`^teams/${id}/members$`),
    any: ['TeamMember.Read.Group', 'TeamMember.Read.All'],
    minutes: 4320,
    teams: true,
  },
  {
    resource: new RegExp(`^users/${id}/events$`),
    any: ['Calendars.Read', 'Calendars.ReadWrite'],
    minutes: 4230,
  },
];

export const invalid = (message: string) => new WireError(400, 'InvalidRequest', message);

export function subscribable(resource: string): Subscribable {
  const found = list.find((one) => one.resource.test(resource.replace(/^\//, '')));
  if (!found) throw invalid(`The resource '${resource}' is not supported here.`);
  return found;
}

/** When it ends: as told, but not past the longest and not before the shortest time. */
export function endOf(kind: Subscribable, told: string, lifecycleUrl: string | null | undefined): string {
  const minutes = (Date.parse(told) - Date.now()) / MINUTE;
  if (!(minutes > 0)) throw invalid('Subscription expiration must be in the future.');
  if (minutes > kind.minutes)
    throw invalid(`Subscription expiration can only be ${kind.minutes} minutes in the future.`);
  if (kind.teams && minutes > HOUR && !lifecycleUrl)
    throw invalid(
      'lifecycleNotificationUrl is a required property for subscription creation on this resource when the expirationDateTime value is set to greater than 1 hour.',
    );
  return new Date(Date.now() + Math.max(minutes, LEAST) * MINUTE).toISOString();
}
