import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import { useNow } from '../frame/clock.ts';
import { fieldOf, fieldTime } from '../frame/dateField.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { counted } from './counted.ts';
import { useWords } from '../frame/words.ts';

/** Fewer give no choice, more are a burden. */
const enough = 4;

/** Ticked from the start: the best time of each of the best days, for who is away on one day is away all of it. */
function ticked(times: SchedulingView['times']): string[] {
  const days = new Map<string, string>();
  for (const { startsAt } of times) {
    const day = fieldOf(startsAt).slice(0, 10);
    if (!days.has(day)) days.set(day, startsAt);
  }
  return [...days.values()].slice(0, enough);
}

function usePollFields({ times, respondBy }: SchedulingView): FieldSpec<FieldOf<'openPoll'>>[] {
  const words = useWords();
  const { t } = words;
  const now = useNow(3_600_000);
  const initial = respondBy ? fieldOf(respondBy) : fieldTime(now, 5);
  return [
    {
      name: 'slots',
      label: t('tab.time.slots'),
      kind: 'checks',
      initial: ticked(times),
      options: times.map(({ startsAt, counts }) => ({
        value: startsAt,
        label: `${words.short(startsAt)}: ${counted(words, counts)}`,
      })),
    },
    { name: 'respondBy', label: t('tab.time.respondBy'), kind: 'datetime', required: true, initial },
  ];
}

/** What can be done to a search as a whole, while it goes on. */
export function useSearchActs(search: SchedulingView): Action[] {
  const { t } = useWords();
  const fields = usePollFields(search);
  const input = { schedulingId: search.id };
  const poll: Action = {
    act: 'openPoll',
    label: t('tab.time.poll'),
    primary: true,
    input,
    done: t('tab.time.polled'),
    form: { fields, intro: t('tab.time.pollIntro') },
  };
  const read: Action = {
    act: 'readCalendars',
    label: t('tab.time.read'),
    input,
    done: t('tab.time.reading'),
  };
  const drop: Action = {
    act: 'dropScheduling',
    label: t('tab.time.drop'),
    input,
    done: t('tab.time.dropped'),
    form: { fields: [], intro: t('tab.time.dropIntro') },
  };
  if (search.state === 'settled' || search.state === 'dropped') return [];
  return [...(search.state === 'proposed' && search.times.length > 0 ? [poll] : []), read, drop];
}
