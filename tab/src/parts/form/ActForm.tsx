import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import type { ActName } from '../../frame/acts.ts';
import { useWords } from '../../frame/words.ts';
import { shown, written } from './fields.ts';
import { FormField } from './FormField.tsx';
import { Findings, RefusalNote } from './Refusal.tsx';
import { Restored } from '../Restored.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useActForm } from './useActForm.ts';
import type { ActFormProps } from './formSpec.ts';

type Formed = ReturnType<typeof useActForm>;

/** The no that nothing in the form changes, in the place of the button; what is written stays its writer's. */
function Shut({ kept, cancel, values, all, gate, refusal, ...form }: Formed) {
  const { text } = useWords();
  const no = gate?.refusal;
  return (
    <Unsaved
      words={form.written ? written(all, values) : ''}
      why={no && no.code !== refusal?.code && text(no.message)}
      close={cancel ?? kept.clear}
    />
  );
}

type Sending = Pick<ActFormProps, 'label' | 'intro' | 'submit' | 'fields'> & { form: Formed; why: string };

function Send({ label, intro, submit, fields, form, why }: Sending) {
  const { t } = useWords();
  const { busy, stopped, cancel } = form;
  return (
    <div className="buttons">
      <Button appearance="primary" type="submit" disabledFocusable={busy || stopped} aria-describedby={why}>
        {busy ? t('tab.saving') : (submit ?? (intro && fields.length === 0 ? t('tab.confirm') : label))}
      </Button>
      {cancel && <Button onClick={cancel}>{t('tab.cancel')}</Button>}
    </div>
  );
}

/** Any act's inputs as a form. What is typed stays when the act is refused, and when it is not allowed any more. */
export function ActForm<N extends ActName>(props: ActFormProps<N>) {
  const { label, intro, renderHelper } = props;
  const { t, text } = useWords();
  const why = useId();
  const formed = useActForm(props);
  const { kept, values, set, change, go, form, gate, all, gaps, stopped, shut, refusal } = formed;
  return (
    <form className="form" ref={form} onSubmit={(event) => void go(event)} aria-label={label} noValidate>
      {intro && <div className="intro">{intro}</div>}
      {!shut && <Restored kept={kept} />}
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
        {stopped && !shut && gate?.unmet.length === 0 && gate.refusal && (
          <p className="note bad">{text(gate.refusal.message)}</p>
        )}
      </div>
      <RefusalNote refusal={refusal} />
      {shut ? <Shut {...formed} /> : <Send {...props} form={formed} why={why} />}
    </form>
  );
}
