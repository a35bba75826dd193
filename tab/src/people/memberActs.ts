import type { MemberView } from '../../../bot/views/people/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import { bringing, personField } from '../reach/bringing.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';
import { personFields } from './memberFields.ts';

/** What can be done to one member organisation: add a person, fill its three roles. */
export function useMemberActions(member: MemberView): Action[] {
  const { t } = useWords();
  const input = { organisationId: member.id };
  const here = member.people.filter(({ left }) => !left);
  const person = personField(t, here);
  const chair: FieldSpec<FieldOf<'appointRepresentative'>> = {
    name: 'chair',
    label: t('tab.members.chair'),
    kind: 'check',
  };
  const register: Action = {
    act: 'registerPerson',
    label: t('tab.person.add'),
    input,
    done: t('tab.person.added'),
    form: { fields: personFields(t) },
  };
  if (here.length === 0) return [register, ...bringing(t, member.people)];
  return [
    register,
    {
      act: 'appointRepresentative',
      label: t('tab.members.appoint'),
      input,
      done: t('tab.members.appointed'),
      form: { fields: [person, chair] },
    },
    {
      act: 'nameDeputy',
      label: t('tab.members.nameDeputy'),
      input,
      done: t('tab.members.named'),
      form: { fields: [person] },
    },
    {
      act: 'nameContact',
      label: t('tab.members.nameContact'),
      input,
      done: t('tab.members.named'),
      form: { fields: [person] },
    },
    ...bringing(t, member.people),
  ];
}
