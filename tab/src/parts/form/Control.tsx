import { Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { FieldSpec, Value } from './fields.ts';

interface Props {
  spec: FieldSpec;
  value: Value;
  set: (value: Value) => void;
}

/** What a field is filled with, by its kind. */
export function Control({ spec, value, set }: Props) {
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
