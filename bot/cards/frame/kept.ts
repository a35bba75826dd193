import { t, type Locale } from '../../i18n/index.ts';
import { rich, type Element } from './build.ts';
import { textInput, typedFields, type TypedField } from './inputs.ts';

const keptBytes = 9000;

/** What a person had typed: given back, because this card may take the form's place. */
export type Typed = Partial<Record<TypedField, string>>;

/** All of it, each in its field. */
export const keptAll = (locale: Locale, typed: Typed): Element[] =>
  typedFields.flatMap((field) => kept(locale, typed[field], field));

/** Typed text that was not recorded, handed back in a field so that it can be copied, on a phone too. */
function kept(locale: Locale, value: string | undefined, id: TypedField): Element[] {
  if (!value?.trim()) return [];
  const whole = value.toWellFormed();
  let given = whole.slice(0, keptBytes);
  while (Buffer.byteLength(JSON.stringify(given)) > keptBytes)
    given = given.slice(0, given.length * 0.8).toWellFormed();
  // Under a name of its own: the card may hold a form with a field of that name too.
  const field = textInput({
    id: `kept_${id}`,
    label: t(locale, `card.kept.${id}`),
    value: given.toWellFormed(),
    maxLength: keptBytes,
    lines: true,
  });
  return given === whole ? [field] : [field, rich(t(locale, 'card.kept.cut'), { subtle: true })];
}
