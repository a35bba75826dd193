import type { EventData } from '../events.ts';
import { told, type Expected } from '../frame/compared.ts';
import { isOpen } from './hearing.ts';
import { answerId } from './answerId.ts';

/** Whom an answer names as its co-senders, as the events have it; null: nobody knows any more. */
type Names = readonly string[] | null;

const namesOf = (expected: Expected, id: string): Names =>
  (expected.noted('answer', id) as Names | undefined) ?? null;

function name(expected: Expected, id: string, names: Names): void {
  expected.note('answer', id, names);
  if (!expected.get('answer', id)) return;
  expected.tell('answer', id, { jointWith: names === null ? undefined : names.toSorted() });
}

/**
 * An answer keeps those that it named, and what becomes of each follows as an event of its own; after the deadline none does. Whom
 * an older program's answer names is asked of nothing.
 */
export function namesKept(expected: Expected, data: EventData<'answerSubmitted'>, at: string): void {
  const { hearingId, organisationId, jointWith } = data;
  const id = answerId(hearingId, organisationId);
  const deadline = expected.said('hearing', hearingId, 'deadline');
  const open = typeof deadline === 'string' && isOpen(new Date(deadline), new Date(at));
  const before = expected.noted('answer', id) as Names | undefined;
  const first = expected.unsure.has('answer') ? null : [];
  name(expected, id, open && jointWith === undefined ? (before === undefined ? first : before) : null);
}

type Pair = EventData<'jointProposed'>;

/** Asked, or asked anew. */
export function named(expected: Expected, { hearingId, senderId, organisationId }: Pair): void {
  const id = answerId(hearingId, senderId);
  const names = namesOf(expected, id);
  name(expected, id, names && [...new Set([...names, organisationId])]);
}

export function namedNoMore(expected: Expected, { hearingId, senderId, organisationId }: Pair): void {
  const id = answerId(hearingId, senderId);
  name(expected, id, namesOf(expected, id)?.filter((one) => one !== organisationId) ?? null);
}

/** An answer that is another's, or stands again by itself, names nobody. */
export function namesNobody(
  expected: Expected,
  { hearingId, organisationId }: { hearingId: string; organisationId: string },
): void {
  name(expected, answerId(hearingId, organisationId), []);
}

/** Something between these was erased. */
export function forgetNames(
  expected: Expected,
  { hearingId, organisationId, senderId }: Partial<Pair>,
): void {
  for (const one of [organisationId, senderId])
    if (hearingId && one) name(expected, answerId(hearingId, one), null);
}

/** What somebody said yes to is what the sender had answered then. */
export function holdAccepted(expected: Expected, data: EventData<'jointAccepted'>): void {
  const sender = expected.get('answer', answerId(data.hearingId, data.senderId));
  const own = answerId(data.hearingId, data.organisationId);
  for (const field of ['position', 'reservation'] as const) {
    const said = sender?.fields.get(field);
    if (said !== undefined && said !== told(data[field])) expected.doubt('answer', own, field);
  }
}
