import type { Action } from '../parts/form/action.ts';
import { useWords } from '../frame/words.ts';
import type { GraphCall } from './shapes.ts';

/** One press for each kind of call that can be tried without anybody noticing. */
export function useTestActs(calls: GraphCall[]): Action[] {
  const { t, text } = useWords();
  return calls
    .filter(({ testable }) => testable)
    .map(({ name, does }) => ({
      act: 'testConnection',
      label: t('tab.setup.test', { what: text(does) }),
      input: { call: name },
      done: t('tab.setup.testing'),
    }));
}
