import type { MemberView } from '../../../bot/views/people/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import type { Words } from '../frame/words.ts';

type Person = Pick<MemberView['people'][number], 'id' | 'displayName' | 'roles' | 'groups'>;

/** Ends somebody's place; what ends with it is said before it is pressed. */
export function endingPlace({ t, names }: Pick<Words, 't' | 'names'>, person: Person): Action {
  const name = person.displayName;
  const roles = person.roles.map((role) => t(`tab.role.${role}`));
  const groups = (person.groups ?? []).map((ref) => t('tab.endPlace.group', { ref }));
  const what = names([...roles, ...groups, t('tab.endPlace.access')]);
  return {
    act: 'endPlace',
    label: t('tab.endPlace', { name }),
    input: { personId: person.id },
    done: t('tab.endPlace.done', { name }),
    form: {
      fields: [{ name: 'reason', label: t('tab.reason'), kind: 'area' }],
      intro: t('tab.endPlace.intro', { name, what }),
      submit: t('tab.endPlace.submit'),
    },
  };
}
