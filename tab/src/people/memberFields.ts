import type { FieldOf } from '../frame/acts.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import type { Words } from '../frame/words.ts';

const kinds = ['municipality', 'region', 'state', 'utility', 'education', 'other'] as const;

export const memberFields = (t: Words['t']): FieldSpec<FieldOf<'registerMember'>>[] => [
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

export const personFields = (t: Words['t']): FieldSpec<FieldOf<'registerPerson'>>[] => [
  { name: 'displayName', label: t('tab.person.name'), required: true },
  { name: 'email', label: t('tab.person.email'), kind: 'email', required: true },
  { name: 'objectId', label: t('tab.person.objectId'), hint: t('tab.person.objectIdHint') },
  { name: 'tenantId', label: t('tab.person.tenantId'), hint: t('tab.person.tenantIdHint') },
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
