import { courseOf } from '../../process/case/kinds.ts';
import { lockCase, setCaseState } from '../../store/case/cases.ts';
import type { Trx } from '../../store/frame/database.ts';
import type { VoteRow } from '../../store/schema.ts';

/** What is decided moves the case, which is held first: another act may be about to move it. */
export async function moveCase(trx: Trx, { caseId, rehearsal }: VoteRow, carried: boolean): Promise<void> {
  if (rehearsal) return;
  const { kind } = (await lockCase(trx, caseId))!;
  await setCaseState(trx, caseId, courseOf(kind).afterVote(carried));
}
