import type { Attendee, Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { addMeeting } from '../meetings.ts';
import { personAt, sameAddress } from '../people/people.ts';
import type { KeptEvent } from '../state.ts';
import type { World } from '../world.ts';
import { context, onlyOptions, pick, selected } from './odata.ts';
import type { Serve } from './serve.ts';
import { momentOf } from './times.ts';
import { personBy } from './users.ts';

const body = (event: Event) => ({ '@odata.context': context('users/events/$entity'), ...event });
const addressesOf = ({ attendees }: Event): string[] =>
  (attendees ?? []).map((one) => one.emailAddress?.address ?? '').filter(Boolean);

/** By object id or address; an address that is nobody's is a shared mailbox, and a guest has none here. */
export function mailboxOf(world: World, id: string): string {
  const person = Object.values(world.state.people).find((p) => p.objectId === id) ?? personAt(world, id);
  if (person?.guest)
    throw new WireError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is inactive, soft-deleted or on-premise.',
    );
  if (!person && !id.includes('@'))
    throw new WireError(404, 'ErrorInvalidUser', `The requested user '${id}' is invalid.`);
  return person?.email ?? id;
}

function mailAttendees(world: World, { owner, event }: KeptEvent, what: string): void {
  for (const address of addressesOf(event))
    world.state.mails.push({
      id: randomUUID(),
      at: world.now(),
      from: owner,
      to: [{ name: '', address }],
      subject: `${what}${event.subject ?? ''}`,
      contentType: event.body?.contentType ?? 'text',
      content: `${event.body?.content ?? ''}\n${event.onlineMeeting?.joinUrl ?? ''}`.trim(),
      replyTo: [],
    });
  world.changed({ kind: 'mail' });
}

const membersOf = (world: World, { owner, event }: KeptEvent): string[] => {
  const addresses = [owner, ...addressesOf(event)];
  return Object.values(world.state.people)
    .filter((p) => addresses.some((address) => sameAddress(address, p.email)))
    .sort((a, b) => Number(b.email === owner) - Number(a.email === owner))
    .map((p) => p.objectId);
};

/** The online meeting with its chat: the link leads to the chat, and the chat has those who are known here. */
function meet(world: World, kept: KeptEvent): void {
  const { event } = kept;
  const iso = (told: Event['start'], what: string) => new Date(momentOf(told, what)).toISOString();
  const { meetingId, conversationId } = addMeeting(world, {
    title: event.subject ?? '',
    joinUrl: '',
    startsAt: iso(event.start, 'start'),
    endsAt: iso(event.end, 'end'),
    members: membersOf(world, kept),
  });
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(conversationId)}/0`;
  world.meeting(meetingId).joinUrl = joinUrl;
  kept.meetingId = meetingId;
  event.onlineMeeting = { joinUrl };
}

const withStatus = (attendees: Attendee[] | undefined | null, before: Attendee[] = []): Attendee[] =>
  (attendees ?? []).map((one) => ({
    ...one,
    status: before.find((old) => sameAddress(old.emailAddress?.address, one.emailAddress?.address ?? ''))
      ?.status ?? {
      response: 'none',
      time: '0001-01-01T00:00:00Z',
    },
  }));

async function create(world: World, call: Call): Promise<Reply> {
  const owner = mailboxOf(world, call.part(0));
  const told = await call.json<Event>();
  const same = Object.values(world.state.events).find(
    (one) => told.transactionId && one.owner === owner && one.event.transactionId === told.transactionId,
  );
  if (same) return { status: 201, body: body(same.event) };
  if (momentOf(told.end, 'end') < momentOf(told.start, 'start'))
    throw new WireError(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.');
  const organizer = { emailAddress: { address: owner } };
  const event = {
    ...told,
    id: randomUUID(),
    organizer,
    isCancelled: false,
    attendees: withStatus(told.attendees),
  };
  const kept: KeptEvent = { owner, event, meetingId: null };
  if (told.isOnlineMeeting) meet(world, kept);
  world.state.events[event.id] = kept;
  mailAttendees(world, kept, '');
  return { status: 201, body: body(event) };
}

function eventBy(world: World, call: Call): KeptEvent {
  const owner = mailboxOf(world, call.part(0));
  const id = call.part(1);
  const kept = Object.hasOwn(world.state.events, id) ? world.state.events[id] : undefined;
  if (kept?.owner !== owner)
    throw new WireError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return kept;
}

/** The meeting goes where its event goes, and its chat gets whoever is called now. */
async function change(world: World, call: Call): Promise<Reply> {
  const kept = eventBy(world, call);
  const told = await call.json<Event>();
  const { attendees, id: _, ...rest } = told;
  const from = momentOf(told.start ?? kept.event.start, 'start');
  const to = momentOf(told.end ?? kept.event.end, 'end');
  Object.assign(
    kept.event,
    rest,
    attendees && { attendees: withStatus(attendees, kept.event.attendees ?? []) },
  );
  if (kept.meetingId) {
    const meeting = world.meeting(kept.meetingId);
    const [startsAt, endsAt] = [new Date(from).toISOString(), new Date(to).toISOString()];
    Object.assign(meeting, { title: kept.event.subject ?? '', startsAt, endsAt });
    world.conversation(meeting.conversationId).members = membersOf(world, kept);
    world.changed({ kind: 'meeting', conversationId: meeting.conversationId });
  }
  mailAttendees(world, kept, 'Opdateret / Updated: ');
  return { body: body(kept.event) };
}

/** It leaves the organiser's calendar, and everybody called hears why. */
async function cancel(world: World, call: Call): Promise<Reply> {
  const kept = eventBy(world, call);
  const { comment, Comment = comment } = await call.json<{ comment?: string; Comment?: string }>();
  kept.event.body = { contentType: 'text', content: Comment ?? '' };
  mailAttendees(world, kept, 'Aflyst / Cancelled: ');
  delete world.state.events[kept.event.id];
  return { status: 202 };
}

function meetingByLink(world: World, call: Call): Reply {
  onlyOptions(call, '$filter');
  const { objectId } = personBy(world, call.part(0));
  const link = call.query.get('$filter')?.match(/^JoinWebUrl eq '(.*)'$/i)?.[1];
  if (link === undefined) throw new WireError(400, 'BadRequest', "$filter must be JoinWebUrl eq '…'.");
  const value = Object.values(world.state.meetings)
    .filter((one) => one.joinUrl === link && one.organizer === objectId)
    .map((one): OnlineMeeting => ({
      id: one.id,
      joinWebUrl: one.joinUrl,
      subject: one.title,
      startDateTime: one.startsAt,
      endDateTime: one.endsAt,
      chatInfo: { threadId: one.conversationId, messageId: '0' },
    }));
  return { body: { '@odata.context': context('users/onlineMeetings'), value } };
}

export function eventRoutes(world: World, serve: Serve): Route[] {
  const needs = { service: 'mailbox' as const, any: ['Calendars.ReadWrite'] };
  const meetings = { service: 'teams' as const, any: ['OnlineMeetings.Read.All'] };
  const one = '/users/([^/]+)/events/([^/]+)';
  return [
    serve('POST', '/users/([^/]+)/events', needs, (call) => create(world, call)),
    serve('GET', one, needs, (call) => {
      onlyOptions(call, '$select');
      return { body: body(pick(eventBy(world, call).event, selected(call))) };
    }),
    serve('PATCH', one, needs, (call) => change(world, call)),
    serve('POST', `${one}/cancel`, needs, (call) => cancel(world, call)),
    serve('GET', '/users/([^/]+)/onlineMeetings', meetings, (call) => meetingByLink(world, call)),
  ];
}
