import type { Text } from '../../../bot/i18n/index.ts';
import type { FindingShown } from '../../../bot/views/frame/shapes.ts';
import { NotSignedIn } from './token.ts';
import { ownText } from './words.ts';

export interface Refusal {
  code: string;
  message: Text;
  unmet?: FindingShown[];
  requestId?: string;
}
/** Nobody knows whether it was done: the same press may be tried again and counts once. */
export const undecided = ({ code }: Refusal): boolean =>
  ['offline', 'unexpected', 'outcomeUnknown', 'busy'].includes(code) || code.startsWith('http5');

/** What was acted on has changed since it was seen: nothing was written over. */
export const outdated = ({ code }: Refusal): boolean =>
  [
    'commentChanged',
    'commentAnswered',
    'answerMoved',
    'deadlineMoved',
    'jointChanged',
    'statementChanged',
  ].includes(code);

/** A view the reader was refused, or that could not be fetched. Acts never throw: they answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;
  constructor(refusal: Refusal, status: number) {
    super(refusal.code);
    this.refusal = refusal;
    this.status = status;
  }
}

const offline = (): Refusal => ({ code: 'offline', message: ownText('tab.offline.refusal') });
/** Why no answer came at all: nobody vouched for the reader, or the line is down. */
export const noAnswer = (error: unknown): Refusal =>
  error instanceof NotSignedIn ? { code: 'signIn', message: ownText('tab.signIn') } : offline();
export const strange = (status: number): Refusal => ({
  code: `http${status}`,
  message: ownText('tab.strange', { status }),
});
