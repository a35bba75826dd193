import type { HearingSummary } from '../../../bot/views/case/shapes.ts';
import { Choose } from '../parts/form/Choose.tsx';
import { useWords } from '../frame/words.ts';

interface Props {
  hearings: HearingSummary[];
  chosen: string;
  set: (id: string) => void;
}

export function HearingChoice({ hearings, chosen, set }: Props) {
  const { t, date } = useWords();
  if (hearings.length < 2) return null;
  return (
    <Choose
      label={t('tab.hearing.choose')}
      value={chosen}
      options={hearings.map((one) => [
        one.id,
        `${one.ref} ${t(`hearingKind.${one.kind}`)}, ${date(one.opensAt)}`,
      ])}
      set={set}
    />
  );
}
