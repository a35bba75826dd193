import type { HearingView } from '../../../bot/views/shapes/hearing.ts';
import type { Action } from '../parts/action.ts';
import type { FieldSpec, Option } from '../parts/fields.ts';
import { useWords } from '../words.ts';
import { positionField } from './answerFields.ts';
import { commentFields } from './commentFields.ts';

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
    positionField(t, t('tab.answer.position.theirs')),
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
