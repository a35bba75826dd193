import type { HearingView } from '../../../bot/views/shapes/hearing.ts';
import type { Action } from '../parts/action.ts';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { positionField } from './answerFields.ts';
import { useWouldFall } from './useWouldFall.ts';

type Mine = NonNullable<HearingView['mine']>;

/** The organisation's one answer; begins with what was answered before, or as the comments stand. */
export function useSubmitAct(hearing: HearingView, mine: Mine): Action {
  const { t } = useWords();
  const falls = useWouldFall(hearing);
  const members = useView('members').data?.items ?? [];
  const others = members.filter((one) => one.id !== mine.organisationId);
  const standing = mine.comments.filter((comment) => !comment.withdrawnAt).length;
  return {
    act: 'submitAnswer',
    label: t(mine.answer.position ? 'tab.answer.resubmit' : 'tab.answer.submit'),
    input: { hearingId: hearing.id },
    primary: true,
    done: t('tab.answer.submittedDone'),
    form: {
      intro: [t('tab.answer.intro', { organisation: mine.organisationName, count: standing }), falls]
        .filter(Boolean)
        .join(' '),
      seen: mine.seen,
      fields: [
        {
          ...positionField(t, t('tab.answer.position')),
          initial: mine.answer.position ?? (standing > 0 ? 'withRemarks' : 'noRemarks'),
        },
        {
          name: 'reservation',
          label: t('tab.answer.reservation'),
          kind: 'area',
          hint: t('tab.answer.reservationHint'),
          initial: mine.answer.reservation ?? '',
        },
        {
          name: 'jointWith',
          label: t('tab.answer.joint'),
          kind: 'checks',
          options: others.map((one) => ({ value: one.id, label: one.name })),
          hint: t('tab.joint.hint'),
          // Who said no is asked again by being chosen again, and not by a change of something else.
          initial: mine.answer.proposed.filter(({ state }) => state !== 'declined').map(({ id }) => id),
        },
      ],
    },
  };
}
