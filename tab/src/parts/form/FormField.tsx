import { Checkbox, Field } from '@fluentui/react-components';
import { useWords } from '../../frame/words.ts';
import { Checks } from './Checks.tsx';
import { Control } from './Control.tsx';
import type { FieldSpec, Value } from './fields.ts';

interface Props {
  spec: FieldSpec;
  value: Value;
  set: (value: Value) => void;
  error?: string | undefined;
  marked: string;
}

export function FormField({ spec, value, set, error, marked }: Props) {
  const { wall, date } = useWords();
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
  // A browser shows a date as its own language has it: nobody should take the month for the day.
  const inWords =
    spec.kind === 'datetime' ? wall(String(value)) : spec.kind === 'date' && value && date(String(value));
  return (
    <Field
      label={spec.required ? spec.label : `${spec.label} ${marked}`}
      hint={[inWords, spec.hint].filter(Boolean).join(' · ')}
      validationMessage={error}
      className="field"
    >
      <Control spec={spec} value={value} set={set} />
    </Field>
  );
}
