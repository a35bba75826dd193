export type Value = string | boolean | string[];
export type Values = Record<string, Value>;
export interface Option {
  value: string;
  label: string;
}
export interface FieldSpec<F extends string = string> {
  name: F;
  label: string;
  kind?:
    | 'text'
    | 'area'
    | 'select'
    | 'radio'
    | 'date'
    | 'datetime'
    | 'number'
    | 'check'
    | 'checks'
    | 'email'
    | 'url';
  options?: Option[];
  required?: boolean;
  hint?: string;
  initial?: Value;
  when?: (values: Values) => boolean;
  /** What the act is sent, when it is not what the field holds. */
  parse?: (value: Value) => unknown;
}

const empty = (spec: FieldSpec): Value => {
  if (spec.kind === 'check') return false;
  if (spec.kind === 'checks') return [];
  return spec.required && spec.kind === 'select' ? (spec.options?.[0]?.value ?? '') : '';
};

export const startValues = (fields: FieldSpec[]): Values =>
  Object.fromEntries(fields.map((spec) => [spec.name, spec.initial ?? empty(spec)]));

export const shown = (fields: FieldSpec[], values: Values): FieldSpec[] =>
  fields.filter((spec) => !spec.when || spec.when(values));

const isEmpty = (value: Value | undefined) =>
  value === undefined || value === false || (typeof value !== 'boolean' && value.length === 0);

/** The act's input: what is empty is left out, as when a card's field is not filled. */
export function toInput(fields: FieldSpec[], values: Values, base: object): Record<string, unknown> {
  const input: Record<string, unknown> = { ...base };
  for (const spec of shown(fields, values)) {
    const value = values[spec.name];
    if (value === undefined || (isEmpty(value) && !spec.parse)) continue;
    if (spec.parse) input[spec.name] = spec.parse(value);
    else input[spec.name] = spec.kind === 'number' ? Number(value) : value;
  }
  return input;
}

export const missing = (fields: FieldSpec[], values: Values): string[] =>
  shown(fields, values)
    .filter((spec) => spec.required && (isEmpty(values[spec.name]) || !String(values[spec.name]).trim()))
    .map((spec) => spec.name);

/** The plain part of an input, for asking `allowed` before the press. */
export const asked = (input: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).filter(([name, value]) => names.includes(name) && typeof value !== 'object'),
  );

const inWords = ({ kind, label, options = [] }: FieldSpec, value: Value): string => {
  if (kind === 'check') return label;
  const named = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  return `${label}\n${[value].flat().map(String).map(named).join('\n')}`;
};

/** What is filled in, as text that can be pasted elsewhere. */
export const written = (fields: FieldSpec[], values: Values): string =>
  shown(fields, values)
    .filter(({ name }) => !isEmpty(values[name]))
    .map((spec) => inWords(spec, values[spec.name]!))
    .join('\n\n');
