import { caseKinds, courseOf } from '../../process/case/kinds.ts';
import { compare, contradicted, missing, type Difference, type Told } from '../../process/compared.ts';
import { keyOf, kindsOf, told, type Thing, type ThingKind } from '../../process/frame/compared.ts';
import {
  beginning,
  documentHash,
  registerCase,
  verifyChain,
  type ChainPoint,
  type Verification,
} from '../../process/frame/trail.ts';
import { recordsOf, votesByOtherRules, type Recorded } from '../../store/case/compared.ts';
import type { Db, Trx } from '../../store/frame/database.ts';
import type { Found } from '../../store/case/findings.ts';
import { caseById } from '../../store/case/cases.ts';
import { headAstray } from '../../store/case/heads.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { beginningOf, linksFrom, tailOf, type ChainLink } from '../../store/case/trail.ts';
import { keepReading, readingOf, type Reading } from './reading.ts';
import { atOneMoment, firstAstray, lastPoint, lostSince } from '../../store/case/verifying.ts';

/** Links in memory at a time. */
const batch = 200;
/** Records that differ are told one by one up to here; a case that has more is told by its first ones. */
const mostFound = 100;

export interface Look {
  /** Of the chain itself, and of what it once was. */
  chain: Found[];
  /** Of the records beside it. */
  records: Found[];
  point: ChainPoint;
}

/** What records the chain of a case tells of. None: nothing says what it is, and only the chain is looked at. */
async function kindsIn(trx: Trx, caseId: string): Promise<readonly ThingKind[]> {
  if (caseId === registerCase) return kindsOf.register;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(caseId)) return [];
  // Whose record is gone is known by how it began.
  const began = await beginningOf(trx, caseId);
  if (caseKinds.some((kind) => courseOf(kind).startedBy === began) || (await caseById(trx, caseId)))
    return kindsOf.case;
  return began === 'meetingCalled' || (await meetingById(trx, caseId)) ? kindsOf.meeting : [];
}

/** Chain and records of one case at one moment: the chain and what it tells from where the last look ended, or whole. */
export const lookAt = (db: Db, caseId: string, whole: boolean): Promise<Look> =>
  atOneMoment(db, async (trx) => {
    const kinds = await kindsIn(trx, caseId);
    const reading = kinds.length > 0 ? await readingOf(db, trx, caseId, whole) : null;
    const verified = whole ? null : await lastPoint(trx, caseId);
    // What was read here was recounted here too, whoever has recounted more since.
    const since = reading && reading.point.seq > 0 ? reading.point : (verified ?? beginning);
    const { brokenAt, point, ended } = await readChain(trx, caseId, since, reading);
    const chain = (await lostSince(trx, caseId)).map(({ seq, how }) => ofChain(seq, how));
    if (brokenAt !== null) chain.push(ofChain(brokenAt, 'broken'));
    const astray = whole ? await firstAstray(trx, caseId) : null;
    if (astray !== null) chain.push({ thing: 'chain', thingId: astray, field: '', how: 'astray' });
    // The register is looked at for all: heads are no case's own.
    const head = caseId === registerCase ? await headAstray(trx) : null;
    if (head !== null) chain.push(ofChain(head, 'head'));
    const records = (reading?.unreadable ?? []).map((seq) => ofChain(seq, 'unreadable'));
    if (reading) records.push(...(await differencesOf(trx, caseId, kinds, reading)));
    if (reading && ended) keepReading(db, caseId, Object.assign(reading, { point }));
    return { chain, records: records.slice(0, mostFound), point };
  });

const ofChain = (seq: number, how: string): Found => ({
  thing: 'chain',
  thingId: '',
  field: String(seq),
  how,
});

/** Recounts the chain from a point on, and where there are records reads what it tells of them, from where that was read to. */
async function readChain(trx: Trx, caseId: string, since: ChainPoint, reading: Reading | null) {
  let point = since;
  let verification: Verification = { ok: true, checked: since.seq, brokenAt: null };
  let from = (reading ?? { point: since }).point.seq + 1;
  let links: ChainLink[];
  do {
    links = await linksFrom(trx, caseId, from, batch);
    for (const link of links) reading?.read(link.seq, { ...link, actor: link.actor as Told['actor'] });
    const after = links.filter(({ seq }) => seq > since.seq);
    if (verification.ok && after.length > 0) {
      verification = verifyChain(caseId, after, point);
      const last = after.at(-1)!;
      if (verification.ok) point = { seq: last.seq, hash: last.hash };
    }
    from = (links.at(-1)?.seq ?? from) + 1;
  } while (links.length === batch);
  const tail = await tailOf(trx, caseId);
  // By the place that each is about to have.
  for (const [index, row] of tail.rows.entries())
    reading?.read(tail.top + index + 1, { ...row, at: row.at.toISOString() });
  // A link whose event is gone is none: the chain says it goes on, and does not.
  const cut = verification.ok && tail.top > point.seq;
  const brokenAt = cut ? point.seq + 1 : verification.brokenAt;
  // What waits may be sealed in another order.
  return { brokenAt, point, ended: brokenAt === null && tail.rows.length === 0 };
}

function thingOf(kind: ThingKind, { id, fields }: Recorded): Thing {
  const { clauses, ...rest } = fields;
  const document = { kind: rest['kind'] as string, title: rest['title'] as string, clauses: clauses as [] };
  const all = Array.isArray(clauses) ? { ...rest, document: documentHash(document) } : rest;
  return { kind, id, fields: new Map(Object.entries(all).map(([name, value]) => [name, told(value)])) };
}

async function differencesOf(
  trx: Trx,
  caseId: string,
  kinds: readonly ThingKind[],
  { expected, openings }: Reading,
): Promise<Found[]> {
  const seen = new Set<string>();
  const found: Difference[] = contradicted(expected);
  for (const id of kinds.includes('vote') ? await votesByOtherRules(trx, openings) : [])
    found.push({ thing: 'vote', id, field: 'rule', how: 'differs' });
  for (const kind of kinds) {
    for await (const record of recordsOf(trx, kind, caseId)) {
      const row = thingOf(kind, record);
      seen.add(keyOf(kind, row.id));
      if (found.length < mostFound) found.push(...compare(expected, row));
    }
  }
  found.push(...missing(expected, seen));
  return found.slice(0, mostFound).map(({ thing, id, field, how }) => ({ thing, thingId: id, field, how }));
}
