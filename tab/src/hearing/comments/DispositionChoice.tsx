import { useId } from 'react';
import { useWords } from '../../frame/words.ts';
import { dispositions, type Disposition } from './matrix.ts';

/** Four alike, each with the key that chooses it. */
export function DispositionChoice({
  value,
  set,
}: {
  value: Disposition | '';
  set: (value: Disposition) => void;
}) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className="dispositions">
      <legend>{t('tab.dispose')}</legend>
      {dispositions.map((one, index) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => set(one)} />
          <kbd aria-hidden="true">{index + 1}</kbd> {t(`disposition.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
