import type { HearingSummary } from '../../../bot/views/shapes/revision.ts';
import { useWords } from '../words.ts';

interface Props {
  hearings: HearingSummary[];
  chosen: string;
  set: (id: string) => void;
}

export function HearingChoice({ hearings, chosen, set }: Props) {
  const { t, date } = useWords();
  if (hearings.length < 2) return null;
  return (
    <label className="choose">
      {t('tab.hearing.choose')}{' '}
      <select value={chosen} onChange={(event) => set(event.target.value)}>
        {hearings.map((hearing) => (
          <option key={hearing.id} value={hearing.id}>
            {hearing.ref} {t(`hearingKind.${hearing.kind}`)}, {date(hearing.opensAt)}
          </option>
        ))}
      </select>
    </label>
  );
}
