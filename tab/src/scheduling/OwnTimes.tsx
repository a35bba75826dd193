import { useState } from 'react';
import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import { keptOf, subjectOf } from '../frame/kept.ts';
import { ActForm } from '../parts/form/ActForm.tsx';
import { useAnnounce } from '../parts/Announce.tsx';
import type { FieldSpec } from '../parts/form/fields.ts';
import { FromCalendar } from './FromCalendar.tsx';
import { useWords } from '../frame/words.ts';

function useTicks({ slots }: SchedulingView): FieldSpec<FieldOf<'answerPoll'>>[] {
  const { t, long, clock } = useWords();
  return [
    {
      name: 'slots',
      label: t('tab.time.ticks'),
      kind: 'checks',
      initial: slots.filter(({ possible }) => possible).map(({ startsAt }) => startsAt),
      options: slots.map(({ startsAt, endsAt }) => ({
        value: startsAt,
        label: t('tab.meeting.until', { from: long(startsAt), to: clock(endsAt) }),
      })),
      when: ({ none }) => none !== true,
    },
    {
      name: 'none',
      label: t('tab.time.noneFits'),
      kind: 'check',
      initial: slots.length > 0 && slots.every(({ possible }) => possible === false),
    },
  ];
}

/** What one has answered, as it was received. */
function Receipt({ search: { slots, mine } }: { search: SchedulingView }) {
  const { t, long } = useWords();
  if (!mine?.answeredAt) return null;
  const count = slots.filter(({ possible }) => possible).length;
  return (
    <p className="note ok block">
      {t('tab.time.receipt', { at: long(mine.answeredAt), count, of: slots.length })}
    </p>
  );
}

/** The reader's own answer to a poll: ticked, received, and changed until the meeting is settled. */
export function OwnTimes({ search }: { search: SchedulingView }) {
  const { t, long } = useWords();
  const say = useAnnounce();
  const [turn, setTurn] = useState(0);
  const fields = useTicks(search);
  const { id, state, mine, respondBy, allowed } = search;
  if (search.slots.length === 0) return null;
  const over = state !== 'polling';
  const base = { schedulingId: id };
  const written = keptOf(subjectOf('answerPoll', base)) !== undefined;
  const done = () => {
    say(t('tab.time.sent'));
    setTurn(turn + 1);
  };
  return (
    <section className="card pad" aria-labelledby="own-times">
      <h2 id="own-times">{t('tab.time.mine')}</h2>
      <Receipt search={search} />
      {over && !written ? (
        <p>{t('tab.time.over')}</p>
      ) : (
        <>
          <p>
            {over
              ? t('tab.time.over')
              : mine?.answeredAt
                ? t('tab.time.until')
                : t('tab.time.mineIntro', { at: respondBy ? long(respondBy) : '' })}
          </p>
          <ActForm
            key={`${turn} ${mine?.answeredAt ?? ''}`}
            act="answerPoll"
            label={t('tab.time.mine')}
            submit={t(mine?.answeredAt ? 'tab.time.again' : 'tab.time.send')}
            base={base}
            fields={fields}
            renderHelper={(change) => <FromCalendar schedulingId={id} change={change} />}
            entry={allowed.find(({ act }) => act === 'answerPoll')}
            still
            onDone={done}
            {...(over && { onCancel: () => setTurn(turn + 1) })}
          />
        </>
      )}
    </section>
  );
}
