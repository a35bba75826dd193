import { useSearchParams } from 'wouter';
import type { HearingSummary, RevisionView } from '../../../bot/views/case/shapes.ts';

/** The hearing named in the address, else the open one, else the newest. */
export function useChosenHearing(revision: RevisionView): [HearingSummary | undefined, (id: string) => void] {
  const [search, setSearch] = useSearchParams();
  const newest = revision.hearings.toSorted((a, b) => b.opensAt.localeCompare(a.opensAt));
  const chosen =
    newest.find((hearing) => hearing.id === search.get('hearing')) ??
    newest.find((hearing) => hearing.state === 'open') ??
    newest[0];
  return [chosen, (id) => setSearch({ hearing: id })];
}
