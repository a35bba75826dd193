import { Checkbox } from '@fluentui/react-components';
import type { FieldSpec, Value } from './fields.ts';

interface Props {
  spec: FieldSpec;
  value: Value;
  set: (value: Value) => void;
}

/** Any of several, each with its own mark. */
export function Checks({ spec, value, set }: Props) {
  const chosen = Array.isArray(value) ? value : [];
  const long = spec.options?.some(({ label }) => label.length > 24);
  const flip = (one: string) =>
    set(chosen.includes(one) ? chosen.filter((v) => v !== one) : [...chosen, one]);
  return (
    <fieldset className={`checks ${long ? 'long' : ''}`}>
      <legend>{spec.label}</legend>
      {spec.options?.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onChange={() => flip(option.value)}
        />
      ))}
    </fieldset>
  );
}
