import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { useWords } from '../words.ts';
import type { FieldSpec, Value } from './fields.ts';

interface Props {
  spec: FieldSpec;
  value: Value;
  set: (value: Value) => void;
  error?: string | undefined;
  marked: string;
}

function Checks({ spec, value, set }: Pick<Props, 'spec' | 'value' | 'set'>) {
  const chosen = Array.isArray(value) ? value : [];
  const flip = (one: string) =>
    set(chosen.includes(one) ? chosen.filter((v) => v !== one) : [...chosen, one]);
  return (
    <fieldset className="checks">
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

function Control({ spec, value, set }: Pick<Props, 'spec' | 'value' | 'set'>) {
  const text = String(value);
  switch (spec.kind) {
    case 'area':
      return (
        <Textarea value={text} resize="vertical" onChange={(_, data) => set(data.value)} name={spec.name} />
      );
    case 'select':
      return (
        <Select value={text} onChange={(_, data) => set(data.value)} name={spec.name}>
          {!spec.required && <option value="">–</option>}
          {spec.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case 'radio':
      return (
        <RadioGroup value={text} onChange={(_, data) => set(data.value)} name={spec.name}>
          {spec.options?.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </RadioGroup>
      );
    default: {
      const type = spec.kind === 'datetime' ? 'datetime-local' : (spec.kind ?? 'text');
      return (
        <Input
          type={type as 'text'}
          value={text}
          onChange={(_, data) => set(data.value)}
          name={spec.name}
          autoComplete="off"
        />
      );
    }
  }
}

export function FormField({ spec, value, set, error, marked }: Props) {
  const { wall } = useWords();
  if (spec.kind === 'checks') return <Checks spec={spec} value={value} set={set} />;
  if (spec.kind === 'check')
    return (
      <Checkbox
        name={spec.name}
        label={spec.label}
        checked={value === true}
        onChange={(_, d) => set(Boolean(d.checked))}
      />
    );
  return (
    <Field
      label={spec.required ? spec.label : `${spec.label} ${marked}`}
      hint={[spec.kind === 'datetime' && wall(String(value)), spec.hint].filter(Boolean).join(' · ')}
      validationMessage={error}
      className="field"
    >
      <Control spec={spec} value={value} set={set} />
    </Field>
  );
}
