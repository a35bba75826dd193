import type { CommentView, HearingView } from '../../../bot/views/shapes/hearing.ts';
import { Actions, type Action } from '../parts/Actions.tsx';
import { useMe, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { commentFields } from './commentFields.ts';

/** The comment itself says whether its reader may change it: no need to ask for each. */
const mayChange = ['editComment', 'withdrawComment'].map((act) => ({
  act,
  ok: true,
  refusal: null,
  unmet: [],
}));

type Mine = NonNullable<HearingView['mine']>;

function MyComment({ comment, hearing }: { comment: CommentView; hearing: HearingView }) {
  const { t, short } = useWords();
  const edit: Action = {
    act: 'editComment',
    label: t('tab.comment.edit'),
    input: { commentId: comment.id },
    done: t('tab.comment.edited'),
    form: { fields: commentFields(t, hearing.version.clauses, comment), submit: t('tab.save') },
  };
  const withdraw: Action = {
    act: 'withdrawComment',
    label: t('tab.comment.withdraw'),
    input: { commentId: comment.id },
    done: t('tab.comment.withdrawn'),
    form: { fields: [], intro: t('tab.comment.withdrawIntro', { ref: comment.ref }) },
  };
  return (
    <li className="comment">
      <p>
        <b>{comment.ref}</b>{' '}
        <span className="quiet">
          {comment.clause ?? t('wholeDocument')} · {t(`commentType.${comment.type}`)} · {comment.personName} ·{' '}
          {short(comment.receivedAt)}
          {comment.editedAt && ` · ${t('tab.comment.editedAt', { at: short(comment.editedAt) })}`}
        </span>
        {comment.withdrawnAt && <span className="tag"> {t('tab.comment.isWithdrawn')}</span>}
      </p>
      <p className="legal">{comment.text}</p>
      {comment.proposedChange && (
        <p className="legal">
          <b>{t('tab.comment.change')}:</b> {comment.proposedChange}
        </p>
      )}
      {comment.disposition && (
        <p>
          <b>{t(`disposition.${comment.disposition}`)}:</b> {comment.response}
        </p>
      )}
      {comment.editable && <Actions lists={[mayChange]} actions={[edit, withdraw]} />}
    </li>
  );
}

function useSubmit(hearing: HearingView, mine: Mine): Action {
  const { t } = useWords();
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
      intro: t('tab.answer.intro', { organisation: mine.organisationName, count: standing }),
      fields: [
        {
          name: 'position',
          label: t('tab.answer.position'),
          kind: 'radio',
          required: true,
          options: (['withRemarks', 'noRemarks'] as const).map((one) => ({
            value: one,
            label: t(`answer.${one}`),
          })),
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
          initial: mine.answer.jointWith.map((one) => one.id),
        },
      ],
    },
  };
}

/** The reader's own organisation in this hearing: its comments and its one answer. */
export function MyAnswer({ hearing, mine }: { hearing: HearingView; mine: Mine }) {
  const { t, short, plural } = useWords();
  const me = useMe().data;
  const submit = useSubmit(hearing, mine);
  const write: Action = {
    act: 'addComment',
    label: t('tab.comment.write'),
    input: { hearingId: hearing.id },
    done: t('tab.comment.added'),
    again: true,
    form: { fields: commentFields(t, hearing.version.clauses), submit: t('tab.comment.send') },
  };
  return (
    <section className="mine" aria-labelledby={`mine-${hearing.id}`}>
      <h3 id={`mine-${hearing.id}`}>{t('tab.answer.mine', { organisation: mine.organisationName })}</h3>
      <p role="status">
        {mine.answer.submittedAt
          ? t('tab.answer.state', {
              state: t(`answer.${mine.answer.state}`),
              at: short(mine.answer.submittedAt),
            })
          : t('tab.answer.notYet')}{' '}
        {plural(mine.comments.length, 'tab.comments.one', 'tab.comments.many')}.
      </p>
      {!mine.isContact && mine.contactName && (
        <p className="quiet">{t('tab.answer.contact', { name: mine.contactName })}</p>
      )}
      <ul className="plain">
        {mine.comments.map((comment) => (
          <MyComment key={comment.id} comment={comment} hearing={hearing} />
        ))}
      </ul>
      <Actions lists={[hearing.allowed, me?.allowed]} actions={[write, submit]} />
    </section>
  );
}
