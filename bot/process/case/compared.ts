import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';
import type { RevisionState } from './revision.ts';

export function revisionStarted(expected: Expected, data: EventData<'revisionStarted'>, { at }: By): void {
  const { revisionId, ref, goalNumber, title, track, year } = data;
  const row = { ref, goalNumber, title, track, year };
  expected.tell('revision', revisionId, { ...row, state: 'planned', createdAt: at });
}

/** A chain is one case's. Undefined: where it was, or is from now on, nobody knows any more. */
export function movesTo(
  expected: Expected,
  next: (before: RevisionState | undefined) => RevisionState | undefined,
): void {
  for (const { id } of expected.all('revision')) {
    const state = next(expected.said('revision', id, 'state') as RevisionState | undefined);
    expected.tell('revision', id, { state });
  }
}
