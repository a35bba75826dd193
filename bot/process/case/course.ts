import type { caseEvents } from './events.ts';
import type { VersionKind } from './version.ts';

/** The way of a case from its start to its end, which its kind decides, with what only cases of that kind have. */
export interface Course<S extends string, Own> {
  /** The event that its trail begins with. */
  startedBy: keyof typeof caseEvents;
  begins: S;
  /** The line of stages everybody reads, in order; whatever else it can be in stands beside it. */
  stages: readonly S[];
  /** Where on that line a state stands. */
  stageOf(state: S): S;
  /** Where it has ended: nothing of its hearings is waited for any more. */
  ended: readonly S[];
  /** Documents that may be heard on what is proposed. */
  heard: readonly VersionKind[];
  /** The document that is put to the vote. */
  votedOn: VersionKind;
  /** Where it stands when something was drafted or heard. */
  afterDraft(state: S): S;
  afterVersion(state: S, kind: VersionKind): S;
  /** Where it awaits its decision, wherever it stood. */
  atVote: S;
  afterVote(carried: boolean): S;
  goalOf(own: Own): number | null;
  /** Whether a working group works on it. */
  hasGroup(own: Own): boolean;
}
