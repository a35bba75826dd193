import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec, Option } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';
import { positionField } from './answerFields.ts';
import { commentFields } from './commentFields.ts';

/** A yes to a joint answer that came by mail, where somebody proposes one. */
function useJointMail(hearing: HearingView): Action[] {
  const { t } = useWords();
  const senders = hearing.answers.filter((one) => one.proposed.length > 0);
  const named = new Map(senders.flatMap((one) => one.proposed).map(({ id, name }) => [id, name]));
  const [first] = senders;
  if (!first) return [];
  const fields: FieldSpec<FieldOf<'answerJoint'>>[] = [
    {
      name: 'onBehalfOf',
      label: t('tab.organisation'),
      kind: 'select',
      required: true,
      options: [...named].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'organisationId',
      label: t('tab.joint.sender'),
      kind: 'select',
      required: true,
      options: senders.map((one) => ({ value: one.organisationId, label: one.organisationName })),
    },
    { name: 'receivedAt', label: t('tab.comment.receivedAt'), kind: 'datetime' },
  ];
  return [
    {
      act: 'answerJoint',
      label: t('tab.joint.fromMail'),
      input: { hearingId: hearing.id, accept: true },
      ask: { hearingId: hearing.id, organisationId: first.organisationId, onBehalfOf: first.proposed[0]?.id },
      done: t('tab.joint.mailed'),
      form: { fields },
    },
  ];
}

/** What members sent by mail, typed in by the secretariat in their name; also late. */
export function useMailActs(hearing: HearingView, organisations: Option[]): Action[] {
  const { t } = useWords();
  const joint = useJointMail(hearing);
  const input = { hearingId: hearing.id };
  const ask = { ...input, organisationId: organisations[0]?.value };
  const sender: FieldSpec<FieldOf<'addComment'> & FieldOf<'submitAnswer'>>[] = [
    {
      name: 'organisationId',
      label: t('tab.organisation'),
      kind: 'select',
      required: true,
      options: organisations,
    },
    { name: 'receivedAt', label: t('tab.comment.receivedAt'), kind: 'datetime' },
  ];
  const answer: FieldSpec<FieldOf<'submitAnswer'>>[] = [
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
    ...joint,
  ];
}
