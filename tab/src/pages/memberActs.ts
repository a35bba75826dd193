import type { MemberView } from '../../../bot/views/shapes/people.ts';
import type { Action } from '../parts/Actions.tsx';
import type { FieldSpec } from '../parts/fields.ts';
import { useWords, type Words } from '../words.ts';

const kinds = ['municipality', 'region', 'state', 'utility', 'education', 'other'] as const;

export const memberFields = (t: Words['t']): FieldSpec[] => [
  { name: 'name', label: t('tab.members.name'), required: true },
  {
    name: 'kind',
    label: t('tab.members.kind'),
    kind: 'select',
    required: true,
    options: kinds.map((kind) => ({ value: kind, label: t(`tab.orgKind.${kind}`) })),
  },
  { name: 'joined', label: t('tab.members.joinedField'), hint: t('tab.members.joinedHint') },
];

const personFields = (t: Words['t']): FieldSpec[] => [
  { name: 'displayName', label: t('tab.person.name'), required: true },
  { name: 'email', label: t('tab.person.email'), kind: 'email', required: true },
  { name: 'objectId', label: t('tab.person.objectId'), hint: t('tab.person.objectIdHint') },
  {
    name: 'fields',
    label: t('tab.person.fields'),
    kind: 'checks',
    options: (['environment', 'procurement'] as const).map((one) => ({
      value: one,
      label: t(`tab.field.${one}`),
    })),
  },
  {
    name: 'locale',
    label: t('tab.person.locale'),
    kind: 'select',
    required: true,
    options: [
      { value: 'da', label: 'dansk' },
      { value: 'en', label: 'English' },
    ],
  },
];

/** What can be done to one member organisation: add a person, fill its three roles. */
export function useMemberActions(member: MemberView): Action[] {
  const { t } = useWords();
  const input = { organisationId: member.id };
  const person: FieldSpec = {
    name: 'personId',
    label: t('tab.person'),
    kind: 'select',
    required: true,
    options: member.people.map(({ id, displayName }) => ({ value: id, label: displayName })),
  };
  const chair: FieldSpec = { name: 'chair', label: t('tab.members.chair'), kind: 'check' };
  const register: Action = {
    act: 'registerPerson',
    label: t('tab.person.add'),
    input,
    done: t('tab.person.added'),
    form: { fields: personFields(t) },
  };
  if (member.people.length === 0) return [register];
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
  ];
}
