import { both, type Key, type Text } from '../i18n/index.ts';
import { isOpen } from '../process/hearing.ts';
import { revisionById } from '../store/cases.ts';
import { hearingsOf } from '../store/hearings.ts';
import { organisationNames } from '../store/people.ts';
import { trailPage, unsealedIn, type TrailRow } from '../store/trail.ts';
import { votesOf } from '../store/votes.ts';
import { found, type Viewing } from './context.ts';
import type { TrailItem, TrailView } from './shapes/people.ts';
import { verified } from './verification.ts';
import { longTimes } from './words.ts';

const sealedByHearing = new Set([
  'commentAdded',
  'commentEdited',
  'commentWithdrawn',
  // The secretariat's answer says what the comment said.
  'commentDisposed',
  'answerSubmitted',
  'answerChanged',
]);
const sealedByVote = new Set(['ballotCast', 'ballotRecordedOnBehalf']);

interface Seals {
  openHearings: Set<unknown>;
  openVotes: Set<unknown>;
}

async function sealsOf({ db, now }: Viewing, revisionId: string): Promise<Seals> {
  const hearings = await hearingsOf(db, revisionId);
  const votes = await votesOf(db, { revisionId, open: true });
  const open = hearings.filter((one) => isOpen(one.deadline, now));
  return { openHearings: new Set(open.map((one) => one.id)), openVotes: new Set(votes.map((one) => one.id)) };
}

/** The trail keeps no secrets from later, but some until the deadline or the closing: also from the secretariat a ballot. */
function isSealed({ reader }: Viewing, seals: Seals, { type, data }: TrailRow): boolean {
  if (data['organisationId'] === reader.organisationId) return false;
  if (sealedByVote.has(type)) return seals.openVotes.has(data['voteId']);
  return sealedByHearing.has(type) && !reader.secretariat && seals.openHearings.has(data['hearingId']);
}

function sentence(row: TrailRow, names: Map<string, string>): Text {
  const params: Record<string, string | number | Text> = {
    type: row.type,
    ref: '',
    organisation: '',
    name: '',
    title: '',
    motion: '',
    number: '',
    to: '',
    deadline: '',
  };
  for (const [key, value] of Object.entries(row.data)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const instant = (key === 'to' || key === 'deadline') && typeof value === 'string';
    params[key] = instant ? longTimes(new Date(value)) : value;
  }
  params['organisation'] = names.get(String(row.data['organisationId'])) ?? '';
  try {
    return both(`event.${row.type}` as Key, params);
  } catch {
    // An event of a later version of the app, read by this one.
    return both('event.other', { type: row.type });
  }
}

function item(context: Viewing, seals: Seals, names: Map<string, string>, row: TrailRow): TrailItem {
  const sealed = isSealed(context, seals, row);
  const base = {
    id: row.id,
    seq: row.seq,
    at: row.at.toISOString(),
    type: row.type,
    hash: row.hash,
    previous: row.previous,
  };
  if (sealed) {
    const by = { name: both('actor.hidden')[context.reader.locale], organisationName: null };
    return { ...base, actor: null, by, data: null, sentence: both('event.sealed') };
  }
  const name = row.personName ?? both('actor.system')[context.reader.locale];
  const by = { name, organisationName: row.organisationName };
  return { ...base, actor: row.actor, by, data: row.data, sentence: sentence(row, names) };
}

/** What happened to a case, a page at a time, and whether the chain over all of it holds. */
export async function trailView(
  context: Viewing,
  query: { revisionId: string; limit: number; after?: string | undefined },
): Promise<TrailView> {
  const { db } = context;
  found(await revisionById(db, query.revisionId));
  const { revisionId, after, limit } = query;
  const rows = await trailPage(db, revisionId, after, limit + 1);
  const part = rows.slice(0, limit);
  const unsealed = await unsealedIn(db, revisionId);
  // After the page, so that what is shown is part of what was recounted.
  const last = part.findLast((row) => row.seq !== null)?.seq ?? 0;
  const verification = { ...(await verified(db, revisionId, last)), unsealed };
  const seals = await sealsOf(context, query.revisionId);
  const names = await organisationNames(db);
  return {
    items: part.map((row) => item(context, seals, names, row)),
    verification,
    ...(part.length < rows.length && { next: part.at(-1)!.id }),
  };
}
