import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Whose yes to our answer falls when it or its comments are changed, said before one does; null: nobody's. */
export function useWouldFall({ mine }: HearingView): string | null {
  const { t, names: listed } = useWords();
  const bound = mine?.answer.proposed.filter(({ state }) => state === 'accepted') ?? [];
  const names = listed(bound.map(({ name }) => name));
  return names ? t('tab.joint.wouldFall', { names }) : null;
}
