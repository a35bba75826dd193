import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';
import type { RevisionState } from './revision.ts';

export function revisionStarted(expected: Expected, data: EventData<'revisionStarted'>, { at }: By): void {
  const { revisionId, ref, goalNumber, title, track, year } = data;
  expected.tell('case', revisionId, { kind: 'revision', ref, title, state: 'planned', createdAt: at });
  expected.tell('revision', revisionId, { goalNumber, track, year });
}

/** A chain is one case's. Undefined: where it was, or is from now on, nobody knows any more. */
export function movesTo(
  expected: Expected,
  next: (before: RevisionState | undefined) => RevisionState | undefined,
): void {
  for (const { id } of expected.all('case')) {
    const state = next(expected.said('case', id, 'state') as RevisionState | undefined);
    expected.tell('case', id, { state });
  }
}
