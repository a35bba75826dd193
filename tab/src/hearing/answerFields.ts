import type { FieldSpec } from '../parts/form/fields.ts';
import type { Words } from '../frame/words.ts';

/** With remarks or without, whoever says it for the organisation. */
export const positionField = (t: Words['t'], label: string): FieldSpec<'position'> => ({
  name: 'position',
  label,
  kind: 'radio',
  required: true,
  options: (['withRemarks', 'noRemarks'] as const).map((one) => ({ value: one, label: t(`answer.${one}`) })),
});
