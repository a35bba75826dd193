import { rowsOf, type Reader } from '../frame/database.ts';

/** An organisation's comments that stand, under this name, as one number: in any order, and another after each change. */
export const commentsSeen = (c: string): string => `concat_ws(' ', count(*),
  bit_xor(uuid_hash_extended(${c}.id, coalesce((extract(epoch from ${c}.edited_at) * 1000000)::bigint, 0))))`;

/**
 * Stands for an organisation's own answer, read as `a` (or there is none), and its comments, as they are now: after any
 * change of either it is another. Cards keep it: what it is made of does not change.
 */
export const answerSeen = (a: string, comments: string): string => `
  md5(concat_ws(' ', extract(epoch from ${a}.submitted_at), ${a}.position, ${a}.reservation, ${a}.sender_id, ${a}.joint_with, ${comments}))`;

const selectSeen = `
  select ${answerSeen('a', 'filed.seen')} as seen
  from (select ${commentsSeen('c')} as seen from comment c
    where c.hearing_id = $1 and c.organisation_id = $2 and c.withdrawn_at is null) filed
  left join answer a on a.hearing_id = $1 and a.organisation_id = $2`;

export const answerSeenNow = async (db: Reader, hearingId: string, organisationId: string): Promise<string> =>
  (await rowsOf<{ seen: string }>(db, selectSeen, [hearingId, organisationId]))[0]!.seen;
