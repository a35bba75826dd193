import { largestFile } from '../../process/draft/file.ts';
import { nearestMeeting } from '../../store/meeting/meetings.ts';
import { caseById, versionsOf } from '../../store/case/cases.ts';
import { casePage } from '../../store/overview/caseLists.ts';
import type { CaseState } from '../../process/case/kinds.ts';
import type { VersionRow } from '../../store/schema.ts';
import { caseRow, hearingShown, materialFor, shownOf, voteSummary, type CaseMaterial } from './caseRow.ts';
import { found, mayAll, type Viewing } from '../frame/context.ts';
import { filesView } from '../draft/files.ts';
import { groupView } from '../group/group.ts';
import { hearingSummary } from '../hearing/hearingCounts.ts';
import type { RevisionRow, RevisionView, VersionView } from './shapes.ts';
import { tasksOfCase } from '../overview/tasks.ts';

const versionViews = new WeakMap<VersionRow, VersionView>();

/** A version never changes, and so neither does its view: what is made of it need not be made again. */
export function versionShown(row: VersionRow): VersionView {
  const known = versionViews.get(row);
  if (known) return known;
  const { id, number, kind, title, hash, createdAt, clauses } = row;
  const view = { id, number, kind, title, hash, createdAt: createdAt.toISOString(), clauses };
  versionViews.set(row, view);
  return view;
}

const awaitsReader = async (context: Viewing, material: CaseMaterial): Promise<boolean> =>
  (await tasksOfCase(context, material)).length > 0;

interface CasesAsked {
  state?: CaseState | undefined;
  /** Those whose journey has ended, or those whose has not. */
  over?: boolean | undefined;
  limit: number;
  after?: string | undefined;
  /** Looked for in number and title, from the so-manieth on. */
  words?: string[];
  skip?: number;
}

/** The status page: every case, newest year first. */
export async function revisionsView(
  context: Viewing,
  query: CasesAsked,
): Promise<{ items: RevisionRow[]; next?: string }> {
  const wanted = await casePage(context.db, { ...query, limit: query.limit + 1 });
  const part = wanted.slice(0, query.limit);
  const materials = await materialFor(context, part);
  const hearings = materials.flatMap((material) => hearingShown(material, context.now) ?? []);
  const [shown, awaits] = await Promise.all([
    shownOf(context, materials, hearings),
    Promise.all(materials.map((material) => awaitsReader(context, material))),
  ]);
  const items = materials.map((material, index) => caseRow(context, material, shown, awaits[index]!));
  const more = part.length < wanted.length;
  return { items, ...(more && { next: part.at(-1)!.id }) };
}

/** One case with what may be done about it now. */
export async function revisionView(context: Viewing, { id }: { id: string }): Promise<RevisionView> {
  const of = found(await caseById(context.db, id));
  const material = (await materialFor(context, [of]))[0]!;
  const shown = await shownOf(context, [material], material.hearings);
  const versions = await versionsOf(context.db, id);
  const meeting = await nearestMeeting(context.db, 'steeringGroup', context.now);
  const proposal = versions.findLast((one) => one.kind === 'proposal' || one.kind === 'final');
  const hearing = { revisionId: id, kind: 'internal', ...(proposal && { versionId: proposal.id }) };
  const wanted: [string, object][] = [
    ['addVersion', { revisionId: id }],
    ['openHearing', hearing],
    ['callMeeting', {}],
    ['beginFile', { revisionId: id }],
    ['formGroup', { revisionId: id }],
    ['addToGroup', { revisionId: id }],
    ['removeFromGroup', { revisionId: id }],
    ['nameLead', { revisionId: id }],
    ['noteSparring', { revisionId: id }],
  ];
  if (meeting) {
    wanted.push(['openVote', { revisionId: id, meetingId: meeting.id }]);
    wanted.push(['openSession', { meetingId: meeting.id }], ['endSession', { meetingId: meeting.id }]);
  }
  return {
    ...caseRow(context, material, shown, await awaitsReader(context, material)),
    createdAt: of.createdAt.toISOString(),
    versions: versions.map(versionShown),
    hearings: material.hearings.map((one) => hearingSummary(context, one, shown.counts.get(one.id)!)),
    votes: material.votes.map(voteSummary),
    group: await groupView(context, of),
    files: await filesView(context, id),
    largestFile,
    allowed: await mayAll(context, wanted),
  };
}
