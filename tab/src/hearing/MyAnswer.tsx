import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useMe } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { commentFields } from './commentFields.ts';
import { MyComment } from './MyComment.tsx';
import { Proposals } from './Proposals.tsx';
import { useSubmitAct } from './submitAct.ts';
import { useWouldFall } from './useWouldFall.ts';

type Mine = NonNullable<HearingView['mine']>;

/** Whose yes no longer counts since our answer was changed. */
function Fallen({ mine }: { mine: Mine }) {
  const { t, names: listed } = useWords();
  const fallen = mine.answer.proposed.filter(({ state, fell }) => state === 'waiting' && fell);
  const names = listed(fallen.map(({ name }) => name));
  return names && <p className="note warn">{t('tab.joint.haveFallen', { names })}</p>;
}

const waitingLate = {
  late: 'tab.answer.waitsLate',
  beside: 'tab.answer.waitsBeside',
  mail: 'tab.answer.mailLate',
} as const;

/** Whether what was not submitted may still be; in another's answer it would end that, and goes by mail. */
const waitsKey = ({ state }: HearingView, { joinedTo, lateWay }: Mine) =>
  state === 'closed' ? waitingLate[lateWay] : joinedTo === null ? 'tab.answer.waits' : 'tab.joint.waits';

/** The reader's own organisation in this hearing: its comments and its one answer. */
export function MyAnswer({ hearing, mine }: { hearing: HearingView; mine: Mine }) {
  const { t, short, plural } = useWords();
  const me = useMe().data;
  const submit = useSubmitAct(hearing, mine);
  const falls = useWouldFall(hearing);
  const write: Action = {
    act: 'addComment',
    label: t('tab.comment.write'),
    input: { hearingId: hearing.id, organisationId: mine.organisationId },
    done: t(mine.answer.submittedAt ? 'tab.comment.added' : 'tab.comment.kept'),
    again: true,
    form: {
      fields: commentFields(t, hearing.version.clauses),
      submit: t('tab.comment.send'),
      ...(falls && { intro: falls }),
    },
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
      {mine.drafts > 0 && (
        <p className="note neutral">{t(waitsKey(hearing, mine), { count: mine.drafts })}</p>
      )}
      {!mine.isContact && mine.contactName && (
        <p className="quiet">{t('tab.answer.contact', { name: mine.contactName })}</p>
      )}
      <Fallen mine={mine} />
      <Proposals hearing={hearing} mine={mine} />
      <ul className="plain">
        {mine.comments.map((comment) => (
          <MyComment key={comment.id} comment={comment} hearing={hearing} />
        ))}
      </ul>
      <Actions lists={[hearing.allowed, me?.allowed]} actions={[write, submit]} />
    </section>
  );
}
