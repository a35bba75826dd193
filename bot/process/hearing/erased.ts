import type { Expected } from '../frame/compared.ts';
import { answerTypes } from './answerEvents.ts';
import { answerId } from './answerId.ts';
import { jointParted } from './compared.ts';
import { forgetNames } from './naming.ts';

/**
 * An event about an answer whose words are gone: that there is an answer, and whose it is, is known by what was left of it.
 * What the words were is not, and the record is held against nothing of them.
 */
export function answerErased(expected: Expected, type: string, left: Record<string, unknown>): void {
  const { hearingId, organisationId, senderId } = left as Record<string, string>;
  forgetNames(expected, left);
  if (!answerTypes.includes(type))
    return jointParted(expected, {
      hearingId: hearingId!,
      organisationId: organisationId!,
      senderId: senderId!,
    });
  // It had left a joint answer and had none of its own.
  if (left['position'] === null) return;
  const id = answerId(hearingId!, organisationId!);
  expected.forget('answer', id);
  if (senderId) expected.tell('answer', id, { sender: senderId });
}
