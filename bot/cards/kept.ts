import { t, type Locale } from '../i18n/index.ts';
import { rich, type Element } from './build.ts';
import { textInput } from './inputs.ts';

const keptBytes = 9000;

/** Typed text that was not recorded, handed back in a field so that it can be copied, on a phone too. */
export function kept(locale: Locale, value: string | undefined, id: 'text' | 'proposedChange'): Element[] {
  if (!value?.trim()) return [];
  const whole = value.toWellFormed();
  let given = whole.slice(0, keptBytes);
  while (Buffer.byteLength(JSON.stringify(given)) > keptBytes)
    given = given.slice(0, given.length * 0.8).toWellFormed();
  const field = textInput({
    id,
    label: t(locale, `card.kept.${id}`),
    value: given.toWellFormed(),
    maxLength: keptBytes,
    lines: true,
  });
  return given === whole ? [field] : [field, rich(t(locale, 'card.kept.cut'), { subtle: true })];
}
