import type { GroupView, RevisionView } from '../../../bot/views/case/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import { bringing, personField } from '../reach/bringing.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useMe, useView } from '../frame/queries.ts';
import { useWords, type Words } from '../frame/words.ts';

const fields = ['environment', 'procurement', 'both'] as const;

const leadField = (t: Words['t'], members: { id: string; name: string }[]): FieldSpec<'organisationId'> => ({
  name: 'organisationId',
  label: t('tab.organisation'),
  kind: 'select',
  required: true,
  options: members.map(({ id, name }) => ({ value: id, label: name })),
});

/** Who leads the group, and what is talked over with the lead. */
const leadActions = (
  t: Words['t'],
  { id: revisionId }: RevisionView,
  members: { id: string; name: string }[],
): Action[] => [
  {
    act: 'nameLead',
    label: t('tab.group.nameLead'),
    input: { revisionId },
    done: t('tab.group.leadNamed'),
    form: { fields: [leadField(t, members)], intro: t('tab.group.leadIntro') },
  },
  {
    act: 'noteSparring',
    label: t('tab.group.noteSparring'),
    input: { revisionId },
    done: t('tab.group.sparringNoted'),
    form: {
      fields: [{ name: 'text', label: t('tab.group.sparring'), kind: 'area', required: true }],
      intro: t('tab.group.sparringIntro'),
    },
  },
];

/** What the secretariat can do with a group's seats. */
export function useSeatActions(revision: RevisionView, { seats }: GroupView): Action[] {
  const { t, locale } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const members = useView('members', {}, secretariat).data?.items ?? [];
  const input = { revisionId: revision.id };
  const seated = seats.map(({ personId: id, displayName, reach }) => ({ id, displayName, reach }));
  const taken = new Set(seated.map(({ id }) => id));
  const free = members
    .flatMap((member) => member.people)
    .filter(({ id, left }) => !left && !taken.has(id))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName, locale));
  const field: FieldSpec<FieldOf<'addToGroup'>> = {
    name: 'field',
    label: t('tab.group.field'),
    kind: 'radio',
    required: true,
    options: fields.map((one) => ({ value: one, label: t(`tab.field.${one}`) })),
  };
  const add: Action = {
    act: 'addToGroup',
    label: t('tab.group.add'),
    input,
    done: t('tab.group.added'),
    form: { fields: [personField(t, free), field], intro: t('tab.group.addIntro') },
  };
  const leading = leadActions(t, revision, members);
  if (seated.length === 0) return [add, ...leading];
  const remove: Action = {
    act: 'removeFromGroup',
    label: t('tab.group.remove'),
    input,
    done: t('tab.group.removed'),
    form: { fields: [personField(t, seated)] },
  };
  return [add, remove, ...leading, ...bringing(t, seated)];
}
