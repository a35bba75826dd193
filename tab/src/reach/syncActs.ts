import type { DirectorySource, SyncPlan } from '../../../bot/views/reach/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { useWords } from '../frame/words.ts';

/** Reads every source now: for real, or only to say what it would change. */
export function useSyncActs(): Action[] {
  const { t } = useWords();
  return [
    {
      act: 'syncDirectory',
      label: t('tab.setup.sync'),
      input: {},
      primary: true,
      done: t('tab.setup.syncing'),
    },
    {
      act: 'syncDirectory',
      label: t('tab.setup.dryRun'),
      input: { dryRun: true },
      done: t('tab.setup.dryRunning'),
    },
  ];
}

/** The one press that takes rights from many at once, so it is asked twice. */
export function useConfirmAct(source: DirectorySource, plan: SyncPlan, then: () => void): Action {
  const { t } = useWords();
  return {
    act: 'syncDirectory',
    label: t('tab.setup.confirm'),
    input: { confirm: source.source },
    primary: true,
    done: t('tab.setup.confirmed'),
    form: { fields: [], intro: t('tab.setup.confirmIntro', { count: plan.left.length }) },
    then,
  };
}
