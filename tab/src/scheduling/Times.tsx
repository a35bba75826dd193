import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { counted } from './counted.ts';
import { useWords } from '../frame/words.ts';

type Time = SchedulingView['times'][number];

/** Calling the meeting at this time, said to whom before it is done. */
function useSettle({ id, invitees }: SchedulingView, { startsAt }: Time, best: boolean): Action {
  const { t, short, long, plural } = useWords();
  const count = plural(invitees.length, 'tab.members.person', 'tab.members.people');
  return {
    act: 'settleTime',
    label: t('tab.time.settle', { at: short(startsAt) }),
    primary: best,
    input: { schedulingId: id, startsAt },
    done: t('tab.time.settled'),
    form: { fields: [], intro: t('tab.time.settleIntro', { at: long(startsAt), count }) },
  };
}

function Rated({ search, time, best }: { search: SchedulingView; time: Time; best: boolean }) {
  const words = useWords();
  const { t, long, clock } = words;
  const { startsAt, endsAt, counts, chairsMissing } = time;
  return (
    <li className="rated">
      <h3>{t('tab.meeting.until', { from: long(startsAt), to: clock(endsAt) })}</h3>
      <p>
        {counted(words, counts)}{' '}
        {chairsMissing > 0 && <span className="note warn">{t('tab.time.chairMissing')}</span>}
      </p>
      <Actions lists={[search.allowed]} actions={[useSettle(search, time, best)]} />
    </li>
  );
}

/** Every time with how many can, the best first. */
export function Times({ search }: { search: SchedulingView }) {
  const { t } = useWords();
  // A time of which nobody knows whether people can is no best time yet.
  const known = search.times[0]?.counts.unknown === 0 || search.state === 'polling';
  return (
    <section className="card pad" aria-labelledby="times">
      <h2 id="times">{t('tab.time.times')}</h2>
      {search.times.length === 0 && <p>{t('tab.time.none')}</p>}
      <ol className="plain">
        {search.times.map((time, index) => (
          <Rated key={time.startsAt} search={search} time={time} best={index === 0 && known} />
        ))}
      </ol>
    </section>
  );
}
