import type { Element } from './build.ts';

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
