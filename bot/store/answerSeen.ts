import { rowsOf, type Reader } from './database.ts';

/**
 * Stands for an organisation's own answer, read as `a` (or there is none), and its comments, as they are now: after any
 * change of either it is another.
 */
export const answerSeen = (hearingId: string, organisationId: string, a: string): string => `
  md5(concat_ws(' ', extract(epoch from ${a}.submitted_at), ${a}.position, ${a}.reservation, ${a}.sender_id, ${a}.joint_with,
    (select string_agg(s.id::text || coalesce(' ' || extract(epoch from s.edited_at), ''), ',' order by s.id) from comment s
      where s.hearing_id = ${hearingId} and s.organisation_id = ${organisationId} and s.withdrawn_at is null)))`;

const selectSeen = `
  select ${answerSeen('k.hearing_id', 'k.organisation_id', 'a')} as seen
  from (select $1::uuid as hearing_id, $2::uuid as organisation_id) k
  left join answer a on a.hearing_id = k.hearing_id and a.organisation_id = k.organisation_id`;

export const answerSeenNow = async (db: Reader, hearingId: string, organisationId: string): Promise<string> =>
  (await rowsOf<{ seen: string }>(db, selectSeen, [hearingId, organisationId]))[0]!.seen;
