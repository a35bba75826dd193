import { Field, Input, Select } from '@fluentui/react-components';
import type { VersionView } from '../../../../bot/views/case/shapes.ts';
import { useWords } from '../../frame/words.ts';
import { clauseOptions } from '../commentFields.ts';
import type { Draft } from './matrix.ts';

interface Props {
  draft: Draft;
  write: (part: Partial<Draft>) => void;
  versions: VersionView[];
}

/** Where the answer belongs in the hearing note, and which clause it changed. */
export function Placing({ draft, write, versions }: Props) {
  const { t } = useWords();
  const newest = versions.toSorted((a, b) => b.number - a.number)[0];
  return (
    <div className="pair">
      <Field label={`${t('tab.dispose.theme')} ${t('tab.optional')}`}>
        <Input value={draft.theme} onChange={(_, data) => write({ theme: data.value })} />
      </Field>
      <Field label={`${t('tab.dispose.clause')} ${t('tab.optional')}`}>
        <Select value={draft.clause} onChange={(_, data) => write({ clause: data.value })}>
          <option value="">–</option>
          {clauseOptions(newest?.clauses ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
