import type { GraphCall } from '../../../bot/views/reach/shapes.ts';
import type { ActInput } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import { useWords } from '../frame/words.ts';

/** One press for each kind of call that can be tried without anybody noticing. */
export function useTestActs(calls: GraphCall[]): Action[] {
  const { t, text } = useWords();
  return calls
    .filter(({ testable }) => testable)
    .map(({ name, does }) => ({
      act: 'testConnection' as const,
      label: t('tab.setup.test', { what: text(does) }),
      // Those that can be tried are those that the act takes.
      input: { call: name as ActInput<'testConnection'>['call'] },
      done: t('tab.setup.testing'),
    }));
}
