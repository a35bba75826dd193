import type { ReachView } from '../../../bot/views/people/shapes.ts';
import type { Words } from '../frame/words.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';

export interface Reachable {
  id: string;
  displayName: string;
  reach: ReachView | null;
}

const soonMs = 60_000;

/** Teams was asked a moment ago, and what came of it is not known yet. */
export const comingIn = (reach: ReachView | null): boolean =>
  reach?.lacks.some(
    ({ failure, askedAt }) => !failure && askedAt !== null && Date.now() - Date.parse(askedAt) < soonMs,
  ) ?? false;

/** A person to pick among these. */
export const personField = (
  t: Words['t'],
  people: { id: string; displayName: string }[],
): FieldSpec<'personId'> => ({
  name: 'personId',
  label: t('tab.person'),
  kind: 'select',
  required: true,
  options: people.map(({ id, displayName }) => ({ value: id, label: displayName })),
});

/** Brings one of those into Teams who lack something there; no action where nobody does. */
export function bringing(t: Words['t'], people: Reachable[]): Action[] {
  const lacking = people.filter(({ reach }) => reach && reach.lacks.length > 0);
  if (lacking.length === 0) return [];
  return [
    {
      act: 'bringIntoTeams',
      label: t('tab.reach.bring'),
      input: {},
      done: t('tab.reach.asked'),
      form: { fields: [personField(t, lacking)], intro: t('tab.reach.intro') },
    },
  ];
}
