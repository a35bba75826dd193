import type { HearingView } from '../../../bot/views/shapes/hearing.ts';
import type { Action } from '../parts/Actions.tsx';
import type { FieldSpec, Option } from '../parts/fields.ts';
import { fieldOf } from '../time.ts';
import { useWords } from '../words.ts';
import { commentFields } from './commentFields.ts';

/** What the secretariat does to the hearing itself. */
export function useDeadlineActs(hearing: HearingView): Action[] {
  const { t } = useWords();
  const input = { hearingId: hearing.id };
  const deadline: FieldSpec = {
    name: 'deadline',
    label: t('tab.hearing.newDeadline'),
    kind: 'datetime',
    required: true,
    hint: t('tab.hearing.deadlineHint'),
    initial: fieldOf(hearing.deadline),
  };
  return [
    {
      act: 'extendDeadline',
      label: t('tab.hearing.extend'),
      input,
      done: t('tab.hearing.extended'),
      form: { fields: [deadline], gate: ['hearingId', 'deadline'], intro: t('tab.hearing.extendIntro') },
    },
    { act: 'remindMissing', label: t('tab.hearing.remind'), input, done: t('tab.hearing.reminded') },
  ];
}

/** What members sent by mail, typed in by the secretariat in their name; also late. */
export function useMailActs(hearing: HearingView, organisations: Option[]): Action[] {
  const { t } = useWords();
  const input = { hearingId: hearing.id };
  const ask = { ...input, organisationId: organisations[0]?.value };
  const sender: FieldSpec[] = [
    {
      name: 'organisationId',
      label: t('tab.organisation'),
      kind: 'select',
      required: true,
      options: organisations,
    },
    { name: 'receivedAt', label: t('tab.comment.receivedAt'), kind: 'datetime' },
  ];
  const answer: FieldSpec[] = [
    {
      name: 'position',
      label: t('tab.answer.position.theirs'),
      kind: 'radio',
      required: true,
      options: (['withRemarks', 'noRemarks'] as const).map((one) => ({
        value: one,
        label: t(`answer.${one}`),
      })),
    },
    { name: 'reservation', label: t('tab.answer.reservation'), kind: 'area' },
  ];
  return [
    {
      act: 'addComment',
      label: t('tab.comment.fromMail'),
      input,
      ask,
      again: true,
      done: t('tab.comment.added'),
      form: { fields: [...sender, ...commentFields(t, hearing.version.clauses)] },
    },
    {
      act: 'submitAnswer',
      label: t('tab.answer.fromMail'),
      input,
      ask,
      done: t('tab.answer.submittedDone'),
      form: { fields: [...sender, ...answer] },
    },
  ];
}
