import { both, type Key, type Text } from '../../i18n/index.ts';
import { answerId } from '../../process/hearing/answerId.ts';
import { fieldNames, type FieldName, type ThingKind } from '../../process/frame/compared.ts';
import { recordOf } from '../../process/case/recordOf.ts';
import type { Kept } from '../../process/seals.ts';
import { seatId } from '../../process/vote/seat.ts';
import type { Reader } from '../../store/frame/database.ts';
import { openFindings, verifiedAt, type Found } from '../../store/case/findings.ts';
import type { DifferenceView, TrailView } from '../people/shapes.ts';
import type { Fact } from '../../process/hearing/fact.ts';

/** A page of trouble is enough. */
const mostShown = 100;

const chainSays: Record<string, Key> = {
  broken: 'trail.broken',
  shorter: 'trail.shorter',
  gone: 'trail.gone',
  recomputed: 'trail.recomputed',
  astray: 'trail.astray',
  head: 'trail.head',
  unreadable: 'trail.unreadable',
};
const recordSays: Record<string, Key> = {
  differs: 'trail.differs',
  rowMissing: 'trail.rowMissing',
  eventMissing: 'trail.eventMissing',
};

const isKind = (thing: string): thing is ThingKind => Object.hasOwn(fieldNames, thing);

function sentenceOf({ thing, field, how }: Found): Text {
  const kind = isKind(thing) ? thing : 'chain';
  const name = both(`trail.thing.${kind}`);
  const says = kind === 'chain' ? chainSays[how] : recordSays[how];
  if (!says) return both('trail.other', { thing: name });
  // What another landing finds, this one may have no name for.
  const known = kind !== 'chain' && fieldNames[kind].some((one) => one === field);
  const of: Text = known ? both(`trail.field.${field as FieldName}`) : both('trail.field');
  return both(says, { thing: name, field: of, at: field });
}

/** Of each how an event names it. */
const judged: Partial<Record<ThingKind, (fact: Fact) => string>> = {
  comment: ({ commentId }) => commentId,
  answer: ({ hearingId, organisationId }) => answerId(hearingId, organisationId),
  ballot: ({ voteId, organisationId }) => seatId(voteId, organisationId),
};

/**
 * Who may read the last event about it may be told that it differs. That there is such a thing may be sealed, also from whom
 * an earlier one was told: an answer that was joint with theirs gives way to one of its own.
 */
function mayBeTold(
  { thing, thingId }: Found,
  facts: readonly Fact[],
  kept: ReadonlyMap<string, Kept>,
): boolean {
  const idOf = isKind(thing) ? judged[thing] : undefined;
  if (!idOf) return true;
  const last = facts.findLast((fact) => recordOf(fact.type) === thing && idOf(fact) === thingId);
  return last !== undefined && !kept.has(last.id);
}

/** What the job found in a case, for whom these of its events are kept from. */
export async function foundIn(
  db: Reader,
  caseId: string,
  facts: readonly Fact[],
  kept: ReadonlyMap<string, Kept>,
): Promise<Pick<TrailView['verification'], 'verifiedAt' | 'differences'>> {
  const [at, found] = await Promise.all([verifiedAt(db, caseId), openFindings(db, caseId, mostShown)]);
  const told = found.filter((one) => mayBeTold(one, facts, kept));
  const differences: DifferenceView[] = told.map((one) => {
    const { thing, field, how } = one;
    return { thing, field, how, sentence: sentenceOf(one) };
  });
  const count = found.length - told.length;
  const sentence = both('trail.kept', { count });
  if (count > 0) differences.push({ thing: 'sealed', field: '', how: 'sealed', sentence });
  return { verifiedAt: at?.toISOString() ?? null, differences };
}
