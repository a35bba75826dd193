import { both, type Key, type Text } from '../../i18n/index.ts';
import { events, eventOf, type EventType } from '../../process/events.ts';
import { factOf, keptFrom, silentFrom, type Kept, type Openings } from '../../process/seals.ts';
import { isErased, registerCase } from '../../process/frame/trail.ts';
import { caseById } from '../../store/case/cases.ts';
import { isLeading } from '../../store/group/leads.ts';
import { hearingsOf } from '../../store/hearing/hearings.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { organisationNames } from '../../store/people/people.ts';
import { tailOf, trailPage, type TrailRow } from '../../store/case/trail.ts';
import { votesOf } from '../../store/vote/votes.ts';
import { anchorsOf } from './anchors.ts';
import { NotFound, type Viewing } from '../frame/context.ts';
import { opens } from '../hearing/hearingCounts.ts';
import type { TrailItem, TrailView } from '../people/shapes.ts';
import { hearingKeyOf } from '../hearing/hearingSentences.ts';
import { foundIn } from './findings.ts';
import { recounted } from './verification.ts';
import { voteKeyOf, voteParams } from '../vote/voteSentences.ts';
import { longTimes } from '../frame/words.ts';
import type { Fact } from '../../process/hearing/fact.ts';

/** An event whose sentence i18n does not have does not compile here. */
const keyOf = (type: EventType): Key => events[type].says;

/**
 * Why a reader is shown nothing of an event, and as much as may be said of why. Whether its seal will ever open would tell
 * of which kind it is: that somebody answers together with others, say.
 */
const sealedSays: Record<Kept, Key> = {
  sealed: 'event.hidden',
  kept: 'event.hidden',
  withdrawn: 'event.withdrawn',
};

async function openingsOf({ db, now }: Viewing, caseId: string): Promise<Openings> {
  // No hearing and no vote is the register's, and what asks the database for one needs an id.
  if (caseId === registerCase) return { now, deadlines: new Map(), closedVotes: new Set() };
  const [hearings, votes] = await Promise.all([hearingsOf(db, caseId), votesOf(db, caseId)]);
  return {
    now,
    deadlines: new Map(hearings.map(({ id, deadline }) => [id, deadline])),
    closedVotes: new Set(votes.flatMap(({ id, closedAt }) => (closedAt ? [id] : []))),
  };
}

/** What sentences may be filled with, whether or not the event has it. */
const blanks = [
  'ref',
  'organisation',
  'name',
  'title',
  'motion',
  'number',
  'to',
  'deadline',
  'seq',
  'reason',
];

/** What an event says, filled with what it holds. */
export function sentenceOf(type: EventType, data: Record<string, unknown>, names: Map<string, string>): Text {
  const params: Record<string, string | number | Text> = Object.fromEntries(blanks.map((name) => [name, '']));
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const instant = (key === 'to' || key === 'deadline') && typeof value === 'string';
    params[key] = instant ? longTimes(new Date(value)) : value;
  }
  params['organisation'] = names.get(String(data['organisationId'])) ?? '';
  const closer = hearingKeyOf(type, data) ?? voteKeyOf(type, data);
  return both(closer ?? keyOf(type), { ...params, ...voteParams(type, data) });
}

interface Shown {
  context: Viewing;
  kept: Map<string, Kept>;
  /** From which link on no hash is told. */
  silent: number;
  names: Map<string, string>;
}

/** One event for one reader; of a sealed one nothing but that it is there. */
function item({ context, kept, silent, names }: Shown, row: TrailRow): TrailItem {
  const { locale } = context.reader;
  const place = {
    id: String(row.place),
    seq: row.seq,
    hash: row.seq !== null && row.seq < silent ? row.hash : null,
    previous: row.seq !== null && row.seq <= silent ? row.previous : null,
    digest: row.digest,
    salt: null,
  };
  const why = kept.get(row.id);
  // The list is what is shown by: an event that it does not know is sealed from everybody.
  const { type, data, actor, salt } = row;
  if (why || data === null || !eventOf(type)) {
    const by = { name: both('actor.hidden')[locale], organisationName: null };
    // Of what was erased nothing is proven any more, not even when or by whom.
    const erased = row.form !== null && isErased({ ...row, form: row.form });
    const sentence = both(erased ? 'event.erased' : sealedSays[why ?? 'kept']);
    return { ...place, at: null, actor: null, by, type: null, data: null, sentence };
  }
  const by = { name: row.personName ?? both('actor.system')[locale], organisationName: row.organisationName };
  const sentence = sentenceOf(type as EventType, data, names);
  return { ...place, salt, at: row.at.toISOString(), actor, by, type, data, sentence };
}

/** Everything that seals of a case are judged by; what is shown and is not among it was added this moment, and waits. */
async function judged(context: Viewing, caseId: string, rows: TrailRow[]) {
  const { db, reader } = context;
  // After the page, so that what is shown is part of what was recounted and judged.
  const tail = await tailOf(db, caseId);
  const last = rows.findLast((row) => row.seq !== null)?.seq ?? 0;
  const { verification, facts: chain } = await recounted(db, caseId, Math.max(last, tail.top));
  const known = new Set(chain.map(({ id }) => id));
  const waiting = tail.rows.flatMap((row): Fact[] => {
    const fact = known.has(row.id) ? null : factOf({ ...row, seq: null, form: null });
    return fact ? [fact] : [];
  });
  const facts = [...chain, ...waiting];
  const forLead = facts.some(({ type }) => eventOf(type)?.readers === 'lead');
  const leads = forLead && (await isLeading(db, caseId, reader.personId));
  const kept = keptFrom({ ...reader, leads }, facts, await openingsOf(context, caseId));
  const all = new Set(facts.map(({ id }) => id));
  for (const row of rows) if (!all.has(row.id) && factOf(row)) kept.set(row.id, 'kept');
  // What was shown as waiting counts as such, though it was sealed between the two looks.
  const waits = new Set([...tail.rows, ...rows.filter(({ seq }) => seq === null)].map(({ id }) => id));
  const standing = { unsealed: waits.size, ...(await foundIn(db, caseId, facts, kept)) };
  return { kept, silent: silentFrom(facts, kept), verification: { ...verification, ...standing } };
}

/** A case, a meeting, and the register each have a chain; whoever may look at them may recount it. */
async function isChain({ db }: Viewing, id: string): Promise<boolean> {
  return id === registerCase || Boolean((await caseById(db, id)) ?? (await meetingById(db, id)));
}

/** What happened to a case, a meeting or the register, a page at a time, and whether the chain over all of it holds. */
export async function trailView(
  context: Viewing,
  query: { revisionId: string; limit: number; after?: string | undefined },
): Promise<TrailView> {
  const { db } = context;
  const { revisionId: caseId, after, limit } = query;
  if (!(await isChain(context, caseId))) throw new NotFound();
  if (context.reader.secretariat && caseId !== registerCase)
    for (const hearing of await hearingsOf(db, caseId)) await opens(context, hearing);
  const rows = await trailPage(db, caseId, Number(after ?? 0), limit + 1);
  const part = rows.slice(0, limit);
  const { kept, silent, verification } = await judged(context, caseId, part);
  const shown = { context, kept, silent, names: await organisationNames(db) };
  return {
    items: part.map((row) => item(shown, row)),
    anchors: await anchorsOf(db, caseId, silent),
    verification,
    ...(part.length < rows.length && { next: String(part.at(-1)!.place) }),
  };
}
