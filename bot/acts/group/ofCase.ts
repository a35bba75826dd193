import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { caseById } from '../../store/case/cases.ts';
import { groupOf } from '../../store/group/groups.ts';
import type { Trx } from '../../store/frame/database.ts';
import type { WorkingGroupRow } from '../../store/schema.ts';

/** The group of a case that is there; null: it has none yet. */
export const groupOfCase = async (trx: Trx, caseId: string): Promise<WorkingGroupRow | Refusal | null> =>
  (await caseById(trx, caseId)) ? groupOf(trx, caseId) : refuse('notFound');
