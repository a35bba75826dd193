import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';
import { caseKinds, courseOf, type CaseKind, type CaseState } from './kinds.ts';

export function revisionStarted(expected: Expected, data: EventData<'revisionStarted'>, { at }: By): void {
  const { revisionId, ref, goalNumber, title, track, year } = data;
  expected.tell('case', revisionId, {
    kind: 'revision',
    ref,
    title,
    state: courseOf('revision').begins,
    createdAt: at,
  });
  expected.tell('revision', revisionId, { goalNumber, track, year });
}

/** A chain is one case's. Undefined: where it was, or is from now on, nobody knows any more. */
export function movesTo(
  expected: Expected,
  next: (course: ReturnType<typeof courseOf>, before: CaseState | undefined) => CaseState | undefined,
): void {
  for (const { id } of expected.all('case')) {
    const kind = expected.said('case', id, 'kind') as CaseKind | undefined;
    const before = expected.said('case', id, 'state') as CaseState | undefined;
    // Of which kind it is may be erased: then it is where all of them would be.
    const all = new Set((kind ? [kind] : caseKinds).map((one) => next(courseOf(one), before)));
    expected.tell('case', id, { state: all.size === 1 ? [...all][0] : undefined });
  }
}
