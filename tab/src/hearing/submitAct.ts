import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { positionField } from './answerFields.ts';
import { useWouldFall } from './useWouldFall.ts';

type Mine = NonNullable<HearingView['mine']>;
type Field = FieldOf<'submitAnswer'>;

const standingOf = ({ comments }: Mine): number => comments.filter((comment) => !comment.withdrawnAt).length;

/** What any answer says; begins with what was answered before, or as the comments stand. */
function useAnswerFields(mine: Mine): FieldSpec<Field>[] {
  const { t } = useWords();
  return [
    {
      ...positionField(t, t('tab.answer.position')),
      initial: mine.answer.position ?? (standingOf(mine) > 0 ? 'withRemarks' : 'noRemarks'),
    },
    {
      name: 'reservation',
      label: t('tab.answer.reservation'),
      kind: 'area',
      hint: t('tab.answer.reservationHint'),
      initial: mine.answer.reservation ?? '',
    },
  ];
}

/** Whom an answer may be given together with, while there is time to ask them. */
function useJointField(mine: Mine): FieldSpec<Field> {
  const { t } = useWords();
  const members = useView('members').data?.items ?? [];
  const others = members.filter((one) => one.id !== mine.organisationId);
  return {
    name: 'jointWith',
    label: t('tab.answer.joint'),
    kind: 'checks',
    options: others.map((one) => ({ value: one.id, label: one.name })),
    hint: t('tab.joint.hint'),
    // Who said no is asked again by being chosen again, and not by a change of something else.
    initial: mine.answer.proposed.filter(({ state }) => state !== 'declined').map(({ id }) => id),
  };
}

/** The organisation's one answer; after the deadline what had waited, beside one of in time or as a late one. */
export function useSubmitAct(hearing: HearingView, mine: Mine): Action {
  const { t } = useWords();
  const falls = useWouldFall(hearing);
  const fields = useAnswerFields(mine);
  const joint = useJointField(mine);
  const late = hearing.state === 'closed';
  const about = { organisation: mine.organisationName, count: standingOf(mine) };
  const { seen } = mine;
  const act = { act: 'submitAnswer' as const, input: { hearingId: hearing.id }, primary: true };
  if (late && mine.lateWay === 'beside')
    return {
      ...act,
      input: { ...act.input, position: 'withRemarks' },
      label: t('tab.answer.sendLate'),
      done: t('tab.answer.sentLate'),
      form: { intro: t('tab.answer.introBeside', { count: mine.drafts }), seen, fields: [] },
    };
  const by = late ? null : mine.joinedTo;
  const leaves = by !== null && t('tab.joint.leaves', { by });
  const intro = late
    ? t('tab.answer.introLate', about)
    : [leaves, t('tab.answer.intro', about), falls].filter(Boolean).join(' ');
  const own = {
    ...act,
    label: t(mine.answer.position ? 'tab.answer.resubmit' : 'tab.answer.submit'),
    done: t('tab.answer.submittedDone'),
    form: { intro, seen, fields: late ? fields : [...fields, joint] },
  };
  if (by === null) return own;
  // What it ends is said on the button, and again where it is pressed.
  const form = { ...own.form, submit: t('tab.joint.leaveSubmit') };
  return { ...own, label: t('tab.joint.leave'), primary: false, form };
}
