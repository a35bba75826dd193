import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useWords } from '../words.ts';
import { shown } from './fields.ts';
import { FormField } from './FormField.tsx';
import { Findings, RefusalNote } from './Refusal.tsx';
import { Restored } from './Restored.tsx';
import { useActForm, type ActFormProps } from './useActForm.ts';

/** Any act's inputs as a form. What is typed stays when the act is refused. */
export function ActForm(props: ActFormProps) {
  const { label, intro, renderHelper, submit } = props;
  const { t, text } = useWords();
  const why = useId();
  const { kept, cancel, values, set, change, go, form, gate, all, gaps, stopped, busy, refusal } =
    useActForm(props);
  return (
    <form className="form" ref={form} onSubmit={(event) => void go(event)} aria-label={label} noValidate>
      {intro && <div className="intro">{intro}</div>}
      <Restored kept={kept} />
      {renderHelper?.(change)}
      {shown(all, values).map((spec) => (
        <FormField
          key={spec.name}
          spec={spec}
          value={values[spec.name] ?? ''}
          set={set(spec.name)}
          marked={t('tab.optional')}
          error={gaps.includes(spec.name) ? t('tab.required') : undefined}
        />
      ))}
      <div id={why}>
        <Findings unmet={gate?.unmet ?? []} />
        {stopped && gate?.unmet.length === 0 && gate.refusal && (
          <p className="note bad">{text(gate.refusal.message)}</p>
        )}
      </div>
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabledFocusable={busy || stopped} aria-describedby={why}>
          {busy
            ? t('tab.saving')
            : (submit ?? (intro && props.fields.length === 0 ? t('tab.confirm') : label))}
        </Button>
        {cancel && <Button onClick={cancel}>{t('tab.cancel')}</Button>}
      </div>
    </form>
  );
}
