import { positionOf } from '../../process/hearing/changing.ts';
import type { EventData } from '../../process/events.ts';
import { rowsOf, type Trx } from '../frame/database.ts';
import { leftOf } from '../case/erasures.ts';
import { commentCounts } from './handedIn.ts';
import { putAnswer, setPosition } from './hearings.ts';
import type { AnswerRow, HearingRow } from '../schema.ts';

type Said = EventData<'answerSubmitted'> | EventData<'answerAlone'>;
interface Row {
  data: Said;
  at: Date;
  personId: string | null;
}

/**
 * What an organisation answered last by itself, as the trail has it: nothing else keeps what gave way to a joint answer. Where
 * that was erased, what is left of it and no answer from before it.
 */
const selectLast = `
  select said.data, e.at, e.actor->>'personId' as person_id
  from event e cross join lateral (select ${leftOf('e')} as data) said
  where e.case_id = $1 and e.type in ('answerSubmitted', 'answerAlone')
    and said.data->>'hearingId' = $2 and said.data->>'organisationId' = $3
  order by e.id desc limit 1`;

function rowFrom({
  data,
  at,
  personId,
}: Row): Omit<AnswerRow, 'senderId' | 'jointWith' | 'restoredAt'> | null {
  const { hearingId, organisationId, position, reservation = null, late, channel } = data;
  if (position === null || late === null || channel === null) return null;
  const again = 'submittedAt' in data;
  const submittedAt = new Date(
    (again ? data.submittedAt : (data as { receivedAt?: string }).receivedAt) ?? at,
  );
  const submittedBy = again ? data.submittedBy : personId;
  return { hearingId, organisationId, position, reservation, late, channel, submittedAt, submittedBy };
}

/**
 * An organisation that has just left a joint answer: what it had answered by itself before stands again, alone, with the
 * comments that went along then. Null: it had answered nothing.
 */
export async function restoreOwn(
  trx: Trx,
  hearing: HearingRow,
  organisationId: string,
  at: Date,
): Promise<AnswerRow | null> {
  const [last] = await rowsOf<Row>(trx, selectLast, [hearing.caseId, hearing.id, organisationId]);
  const said = last && rowFrom(last);
  if (!said) return null;
  const row: AnswerRow = { ...said, senderId: null, jointWith: [], restoredAt: at };
  await putAnswer(trx, row);
  const position = positionOf(row, await commentCounts(trx, hearing.id, organisationId));
  if (position !== row.position) await setPosition(trx, hearing.id, organisationId, position);
  return { ...row, position };
}
