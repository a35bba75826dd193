import { LRUCache } from 'lru-cache';
import { daysBetween } from '../../process/frame/calendar.ts';
import { answerState, isOpen } from '../../process/hearing/hearing.ts';
import { answerSeenNow } from '../../store/hearing/answerSeen.ts';
import { goalOf } from '../../process/case/kinds.ts';
import { caseById, versionById } from '../../store/case/cases.ts';
import { commentsByOrganisation, listComments, type Filed } from '../../store/hearing/comments.ts';
import type { Proposal } from '../../store/hearing/joint.ts';
import { answersOf, heardBy, hearingById } from '../../store/hearing/hearings.ts';
import { standingOf } from '../../store/hearing/standing.ts';
import { perDatabase } from '../../store/frame/perDatabase.ts';
import { organisationNames, organisations } from '../../store/people/people.ts';
import type { AnswerRow, HearingRow } from '../../store/schema.ts';
import { answeredTold } from './answered.ts';
import { changeable, commentShown } from './comments.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import { opens, sealedFor } from './hearingCounts.ts';
import {
  jointWith,
  personalIn,
  placeOf,
  proposalsFor,
  proposalsIn,
  proposedBy,
  wholeWords,
} from './joint.ts';
import { versionShown } from '../case/revision.ts';
import type { AnswerView, HearingView } from './shapes.ts';

interface Material {
  hearing: HearingRow;
  heard: Set<string>;
  names: Map<string, string>;
  answers: Map<string, AnswerRow>;
  comments: Map<string, Filed>;
  proposals: Proposal[];
  /** The reader's own organisation, which sees its drafts too. */
  own: string | null;
  open: boolean;
  /** For this reader. */
  sealed: boolean;
  secretariat: boolean;
}

function answerShown(material: Material, organisationId: string): AnswerView {
  const { heard, names, answers, comments, proposals, own, open, sealed, secretariat } = material;
  const answer = answers.get(organisationId);
  const filed = comments.get(organisationId);
  const others = jointWith(answers, organisationId, sealed);
  return {
    organisationId,
    organisationName: names.get(organisationId) ?? '',
    state: answerState({ answer, filed, joint: others.length > 0 }, open),
    invited: heard.has(organisationId),
    submitted: answer !== undefined,
    submittedAt: answer?.submittedAt.toISOString() ?? null,
    reservation: answer?.reservation ?? null,
    jointWith: others.map((id) => ({ id, name: names.get(id) ?? '' })),
    proposed: organisationId === own || secretariat ? proposedBy(proposals, organisationId, names) : [],
    comments: (organisationId === own ? filed?.all : filed?.handedIn) ?? 0,
    commentsLate: filed !== undefined && filed.handedIn > 0 && filed.late,
  };
}

async function materialOf(context: Viewing, hearing: HearingRow): Promise<Material> {
  const { db, now, reader } = context;
  return {
    hearing,
    own: reader.organisationId,
    heard: new Set(await heardBy(db, hearing.id)),
    names: await organisationNames(db),
    answers: new Map((await answersOf(db, hearing.id)).map((one) => [one.organisationId, one])),
    comments: await commentsByOrganisation(db, hearing.id),
    proposals: await proposalsIn(db, hearing.id),
    secretariat: reader.secretariat,
    open: isOpen(hearing.deadline, now),
    sealed: sealedFor(context, hearing),
  };
}

/** How many of those heard have. */
const answeredIn = ({ heard, answers }: Material): number =>
  [...answers.keys()].filter((id) => heard.has(id)).length;

/** Everyone heard, and the uninvited who answered all the same, in alphabetical order. */
function everyone({ heard, answers, comments, names, own }: Material): string[] {
  const wrote = [...comments].flatMap(([id, filed]) => (filed.handedIn > 0 || id === own ? [id] : []));
  const ids = new Set([...heard, ...answers.keys(), ...wrote]);
  return [...ids].sort((a, b) => (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'da'));
}

const answerOf = ({ state, submittedAt, reservation, jointWith: others, proposed }: AnswerView) => ({
  state,
  submittedAt,
  reservation,
  jointWith: others,
  proposed,
});

function draftsOf({ comments }: Material, organisationId: string): number {
  const filed = comments.get(organisationId);
  return filed ? filed.all - filed.handedIn : 0;
}

async function mineIn(context: Viewing, material: Material): Promise<HearingView['mine']> {
  const { db, reader } = context;
  const { hearing } = material;
  const organisationId = reader.organisationId;
  if (!organisationId) return null;
  const standing = await standingOf(db, hearing.id, organisationId);
  const editable = changeable(context, hearing, standing);
  const rows = await listComments(db, { hearingId: hearing.id, only: organisationId, limit: 500 });
  const filed = rows.filter((row) => !row.withdrawnAt);
  const own = answerShown(material, organisationId);
  const { names, proposals: all } = material;
  const about = { organisationId, standing, names, all, most: wholeWords };
  const proposals = await proposalsFor(context, hearing, about);
  const place = { organisationId, standing, drafts: draftsOf(material, organisationId) };
  return {
    organisationId,
    organisationName: standing.organisationName ?? '',
    ...personalIn(context, hearing, place),
    ...placeOf(place, proposals),
    comments: filed.map((row) => commentShown(row, hearing, editable(row))),
    commentCount: filed.length,
    drafts: place.drafts,
    answer: { ...answerOf(own), position: standing.position },
    seen: await answerSeenNow(db, hearing.id, organisationId),
    proposals,
  };
}

export async function hearingView(context: Viewing, query: { id: string }): Promise<HearingView> {
  const { db, reader } = context;
  const hearing = found(await hearingById(db, query.id));
  await opens(context, hearing);
  const of = found(await caseById(db, hearing.caseId));
  const version = found(await versionById(db, hearing.versionId));
  const material = await materialOf(context, hearing);
  const { sealed } = material;
  const shown = everyone(material).filter((one) => !sealed || one === reader.organisationId);
  const wanted = [
    'addComment',
    'submitAnswer',
    'answerJoint',
    'extendDeadline',
    'remindMissing',
    'resendFailed',
  ];
  return {
    id: hearing.id,
    ref: `H${hearing.number}`,
    kind: hearing.kind,
    state: material.open ? 'open' : 'closed',
    letter: hearing.letter,
    reason: hearing.reason,
    opensAt: hearing.opensAt.toISOString(),
    deadline: hearing.deadline.toISOString(),
    originalDeadline: hearing.originalDeadline?.toISOString() ?? null,
    days: daysBetween(hearing.opensAt, hearing.deadline),
    revision: { id: of.id, ref: of.ref, goalNumber: goalOf(of), title: of.title },
    version: versionShown(version),
    heard: material.heard.size,
    ...(await answeredTold(context, [hearing], () => answeredIn(material))).get(hearing.id)!,
    answers: shown.map((one) => answerShown(material, one)),
    sealed,
    mine: await mineIn(context, material),
    allowed: await mayAll(
      context,
      wanted.map((act) => [act, { hearingId: hearing.id }]),
    ),
  };
}

interface Others {
  all: Promise<Named[]>;
  /** By organisation: everyone but itself. */
  without: Map<string | null, Named[]>;
}
type Named = { id: string; name: string };

/** A member that joined this moment can be named a moment later. */
const names = perDatabase(() => new LRUCache<'named', Others>({ max: 1, ttl: 3_000 }));

/** Who may be named in a joint answer: every other member. The same list while it holds. */
export async function coSenders({ db, reader }: Viewing): Promise<Named[]> {
  const kept = names(db);
  const known = kept.get('named') ?? { all: organisations(db), without: new Map() };
  kept.set('named', known, { noUpdateTTL: true });
  known.all.catch(() => kept.delete('named'));
  const all = await known.all;
  const own = reader.organisationId;
  const before = known.without.get(own);
  if (before) return before;
  const others = all.filter((one) => one.id !== own).map(({ id, name }) => ({ id, name }));
  known.without.set(own, others);
  return others;
}
