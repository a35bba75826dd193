import type { HearingView, ProposalView } from '../../../bot/views/hearing/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';

type Mine = NonNullable<HearingView['mine']>;
interface Of {
  hearing: HearingView;
  mine: Mine;
  proposal: ProposalView;
}

function useDecisions({ hearing, proposal }: Of): Action[] {
  const { t } = useWords();
  const { answer, organisationId, organisationName: by, decisions } = proposal;
  if (!answer) return [];
  const input = { hearingId: hearing.id, organisationId };
  const accept: Action = {
    act: 'answerJoint',
    label: t('tab.joint.accept', { by }),
    input: { ...input, accept: true },
    done: t('tab.joint.accepted'),
    form: { fields: [], intro: t('tab.joint.intro', { by }), seen: answer.seen },
  };
  const decline: Action = {
    act: 'answerJoint',
    label: t('tab.joint.decline', { by }),
    input: { ...input, accept: false },
    done: t('tab.joint.declined'),
  };
  return [...(decisions.accept ? [accept] : []), ...(decisions.decline ? [decline] : [])];
}

/** What counts as our answer while we have not decided. */
function useNowStands({ hearing, mine, proposal }: Of): string | null {
  const { t, long } = useWords();
  const { state, fell, lateYes } = proposal;
  if (state !== 'waiting') return null;
  const { answer, organisationName: organisation } = mine;
  const names = {
    organisation,
    at: long(hearing.deadline),
    state: t(`answer.${answer.state}`),
    count: mine.drafts,
  };
  const without = mine.drafts > 0 ? 'tab.joint.stoodDrafts' : 'tab.joint.stoodNothing';
  const own = answer.submittedAt !== null;
  if (hearing.state === 'closed')
    return t(own ? 'tab.joint.ownStood' : lateYes ? 'tab.joint.lateYes' : without, names);
  if (own) return t('tab.joint.ownStands', names);
  return fell ? t('tab.joint.standsNothing', names) : null;
}

/** The sender's answer as it is now, whole. */
function Said({ proposal }: { proposal: ProposalView }) {
  const { t } = useWords();
  const { answer, organisationName: by } = proposal;
  if (!answer) return null;
  return (
    <>
      <p>{t('tab.joint.words', { by, state: t(`answer.${answer.position}`) })}</p>
      {answer.reservation && <p>{t('tab.joint.reserved', { text: answer.reservation })}</p>}
      <ul className="plain lines">
        {answer.comments.map((one) => (
          <li key={one.id}>
            <strong>
              {one.ref} · {one.clause ?? t('wholeDocument')}
            </strong>{' '}
            {one.text}
            {one.proposedChange && ` → ${one.proposedChange}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Proposal(of: Of) {
  const { hearing, mine, proposal } = of;
  const { t, names } = useWords();
  const { organisationName: by, others, state, fell, afterNo } = proposal;
  const stands = useNowStands(of);
  const again = fell ? 'tab.joint.fell' : 'tab.joint.afterNo';
  const id = `joint-${hearing.id}-${proposal.organisationId}`;
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{t('tab.joint.heading', { by })}</h4>
      <p role="status">
        {state === 'waiting' && (fell || afterNo) ? t(again, { by }) : t(`tab.joint.state.${state}`)} {stands}
      </p>
      <Said proposal={proposal} />
      {others.length > 0 && (
        <p className="quiet">{t('tab.joint.others', { names: names(others.map(({ name }) => name)) })}</p>
      )}
      {!mine.isContact && mine.contactName && (
        <p className="quiet">{t('tab.joint.contact', { name: mine.contactName })}</p>
      )}
      <Actions lists={[hearing.allowed]} actions={useDecisions(of)} />
    </section>
  );
}

/** Joint answers that others propose to the reader's organisation. */
export const Proposals = ({ hearing, mine }: { hearing: HearingView; mine: Mine }) =>
  mine.proposals.map((one) => (
    <Proposal key={one.organisationId} hearing={hearing} mine={mine} proposal={one} />
  ));
