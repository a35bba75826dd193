import type { Element } from './build.ts';

/** Fields that people write in: `kept` is what nobody should have to write twice, given back when the answer is no. */
const written = {
  clause: 'short',
  text: 'kept',
  proposedChange: 'kept',
  reservation: 'kept',
  statement: 'kept',
} as const;
type Written = keyof typeof written;
export type TypedField = { [F in Written]: (typeof written)[F] extends 'kept' ? F : never }[Written];
export const typedFields = Object.keys(written).filter(
  (field): field is TypedField => written[field as Written] === 'kept',
);

interface Common {
  id: string;
  label: string;
  value?: string;
  /** Says what to do when it is missing; makes the input required. */
  errorMessage?: string;
}

const common = ({ id, label, value, errorMessage }: Common) => ({
  id,
  label,
  ...(value !== undefined && { value }),
  ...(errorMessage !== undefined && { isRequired: true, errorMessage }),
});

export interface TextInput extends Common {
  id: Written | `kept_${TypedField}`;
  maxLength: number;
  lines?: boolean;
  placeholder?: string;
}

export const textInput = ({ maxLength, lines, placeholder, ...rest }: TextInput): Element => ({
  type: 'Input.Text',
  ...common(rest),
  maxLength,
  ...(lines && { isMultiline: true }),
  ...(placeholder !== undefined && { placeholder }),
});

export interface Choice {
  title: string;
  value: string;
}

export const choiceInput = (
  input: Common & { choices: Choice[]; many?: boolean; expanded?: boolean; placeholder?: string },
): Element => ({
  type: 'Input.ChoiceSet',
  ...common(input),
  style: input.expanded ? 'expanded' : 'compact',
  wrap: true,
  ...(input.many && { isMultiSelect: true }),
  ...(input.placeholder !== undefined && { placeholder: input.placeholder }),
  choices: input.choices,
});
