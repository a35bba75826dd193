import { commentSeen } from '../../process/hearing/seen.ts';
import { commentRef } from '../../process/hearing/hearing.ts';
import { mayChange } from '../../process/hearing/changing.ts';
import { mayKnowOf } from '../../process/hearing/sealing.ts';
import { listComments, type CommentListed, type Place } from '../../store/hearing/comments.ts';
import { commentKnown } from '../../store/hearing/handedIn.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { standingOf } from '../../store/hearing/standing.ts';
import type { HearingRow } from '../../store/schema.ts';
import { found, type Viewing } from '../frame/context.ts';
import { opens, sealedFor } from './hearingCounts.ts';
import type { CommentView } from './shapes.ts';

const placeText = ({ receivedAt, id }: Place): string => `${receivedAt.toISOString()}_${id}`;

/** What a page ends with, and the next one begins after: of what the reader has been shown, nothing more. */
export function placeIn(text: string): Place | null {
  const [at, id, ...rest] = text.split('_');
  const receivedAt = new Date(at ?? '');
  const known = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at ?? '') && !Number.isNaN(receivedAt.getTime());
  return known && id && rest.length === 0 ? { receivedAt, id } : null;
}

export interface CommentQuery {
  hearingId: string;
  clause?: string | undefined;
  organisationId?: string | undefined;
  type?: string | undefined;
  theme?: string | undefined;
  unanswered?: boolean | undefined;
  limit: number;
  after?: Place | undefined;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function commentShown(row: CommentListed, hearing: HearingRow, editable: boolean): CommentView {
  return {
    id: row.id,
    ref: commentRef(hearing.number, row.number),
    hearingId: row.hearingId,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    personName: row.personName,
    clause: row.clause,
    type: row.type,
    text: row.text,
    proposedChange: row.proposedChange,
    channel: row.channel,
    receivedAt: row.receivedAt.toISOString(),
    late: row.late,
    editedAt: iso(row.editedAt),
    withdrawnAt: iso(row.withdrawnAt),
    disposition: row.disposition,
    response: row.response,
    theme: row.theme,
    changedClause: row.changedClause,
    disposedAt: iso(row.disposedAt),
    editable: editable && !row.withdrawnAt,
    seen: commentSeen(row),
  };
}

type Changing = Parameters<typeof mayChange>[0];

/** Which of the comments the reader may change now, by the rule of the acts; `standing` is of the reader's organisation. */
export const changeable =
  ({ reader, now }: Viewing, { deadline }: HearingRow, standing: Changing['standing']) =>
  (comment: CommentListed): boolean =>
    mayChange({ comment, standing, deadline }, reader, now) === null;

/** Who has no organisation is asked for nobody's answer. */
const nobodys = { submittedAt: null, contactId: null, contactName: null, organisationName: null };

/**
 * The matrix of a hearing. Sealed: until the deadline a member is shown its own organisation's only. What was never
 * submitted, or was withdrawn before, is nobody else's to read, the secretariat's neither.
 */
export async function commentsView(
  context: Viewing,
  query: CommentQuery,
): Promise<{ items: CommentView[]; next?: string }> {
  const { db, reader } = context;
  const hearing = found(await hearingById(db, query.hearingId));
  await opens(context, hearing);
  const sealed = sealedFor(context, hearing);
  if (sealed && !reader.organisationId) return { items: [] };
  const rows = await listComments(db, {
    ...query,
    only: sealed ? reader.organisationId : null,
    to: reader,
    after: query.after ?? null,
    limit: query.limit + 1,
  });
  const standing = reader.organisationId ? await standingOf(db, hearing.id, reader.organisationId) : nobodys;
  const editable = changeable(context, hearing, standing);
  const items = rows.slice(0, query.limit).map((row) => commentShown(row, hearing, editable(row)));
  return { items, ...(rows.length > query.limit && { next: placeText(rows[query.limit - 1]!) }) };
}

/** Which hearing a comment belongs to, for the reader's own view of it; only of what the reader may know of. */
export async function hearingOfComment({ db, reader, now }: Viewing, commentId: string): Promise<string> {
  const comment = found(await commentKnown(db, commentId));
  return found(mayKnowOf(comment, reader, now) ? comment.hearingId : null);
}
