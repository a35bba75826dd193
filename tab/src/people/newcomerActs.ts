import type { NewcomersView } from '../../../bot/views/reach/shapes.ts';
import type { MemberView } from '../../../bot/views/people/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';
import { personFields } from './memberFields.ts';

export type Newcomer = NewcomersView['items'][number];
type Field = FieldOf<'registerPerson'>;

/** Never begins with an organisation that nobody proposed: one press too many would seat the person there. */
function organisationField(
  { t, locale }: ReturnType<typeof useWords>,
  newcomer: Newcomer,
  members: MemberView[],
): FieldSpec<Field> {
  const options = members
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return {
    name: 'organisationId',
    label: t('tab.organisation'),
    kind: 'select',
    required: true,
    options: [{ value: '', label: t('tab.newcomers.choose') }, ...options],
    initial: newcomer.organisationId ?? '',
  };
}

/** The account is known, so only what Entra cannot tell is asked for. */
function fieldsFor(
  words: ReturnType<typeof useWords>,
  newcomer: Newcomer,
  members: MemberView[],
): FieldSpec<Field>[] {
  const known: Record<string, string> = { displayName: newcomer.displayName, email: newcomer.email ?? '' };
  const person = personFields(words.t)
    .filter(({ name }) => name !== 'objectId' && name !== 'tenantId')
    .map((field) => (field.name in known ? { ...field, initial: known[field.name]! } : field));
  return [organisationField(words, newcomer, members), ...person];
}

/** The one thing to do about somebody new: to the register, or together with who is in it already. */
export function useNewcomerAct(newcomer: Newcomer, members: MemberView[], then: () => void): Action {
  const words = useWords();
  const { t } = words;
  const { id: objectId, displayName: name, personId } = newcomer;
  if (personId)
    return {
      act: 'linkAccount',
      label: t('tab.newcomers.link', { name }),
      input: { personId, objectId },
      done: t('tab.newcomers.linked'),
      then,
    };
  return {
    act: 'registerPerson',
    label: t('tab.newcomers.register', { name }),
    input: { objectId },
    done: t('tab.person.added'),
    form: { fields: fieldsFor(words, newcomer, members) },
    then,
  };
}
