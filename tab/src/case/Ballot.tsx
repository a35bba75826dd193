import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { notTheirs } from '../parts/gate.ts';
import { RefusalNote } from '../parts/Refusal.tsx';
import { useAllowedMany, usePress } from '../queries.ts';
import { useWords } from '../words.ts';

const choices = ['for', 'against', 'abstain', 'recused'] as const;
type Choice = (typeof choices)[number];
type Mine = NonNullable<VoteView['mine']>;

function Recorded({ mine }: { mine: Mine }) {
  const { t, short } = useWords();
  const { ballot } = mine;
  if (!ballot) return <p role="status">{t('tab.ballot.none', { organisation: mine.organisationName })}</p>;
  return (
    <div className="note neutral block" role="status">
      {t('tab.ballot.recorded', {
        organisation: mine.organisationName,
        choice: t(`choice.${ballot.choice}`),
        at: short(ballot.castAt),
        by: t(`by.${ballot.by}`),
        means: t(`means.${ballot.means}`),
      })}{' '}
      {t('tab.ballot.canChange')}
      {ballot.statement && <p>{t('tab.ballot.statementIs', { text: ballot.statement })}</p>}
    </div>
  );
}

/** Four alike buttons: none is primary, none is coloured; what was recorded is said in words. */
function Choices({ vote, mine, stopped }: { vote: VoteView; mine: Mine; stopped: boolean }) {
  const { t } = useWords();
  const say = useAnnounce();
  const { busy, refusal, press } = usePress('castBallot');
  const [statement, setStatement] = useState(mine.ballot?.statement ?? '');
  const cast = async (choice: Choice) => {
    if (stopped) return;
    const extra = choice === 'against' && statement.trim() ? { statement } : {};
    const answer = await press({ voteId: vote.id, choice, ...extra });
    if (answer?.ok) say(t('tab.ballot.saved', { choice: t(`choice.${choice}`) }));
  };
  return (
    <>
      <div className="choices" role="group" aria-label={t('tab.ballot.choices')}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="large"
            disabledFocusable={busy || stopped}
            aria-pressed={mine.ballot?.choice === choice}
            aria-describedby={stopped ? 'ballot-why' : undefined}
            onClick={() => void cast(choice)}
          >
            {mine.ballot?.choice === choice && '✓ '}
            {t(`choice.${choice}`)}
          </Button>
        ))}
      </div>
      {!stopped && (
        <Field
          label={`${t('tab.ballot.statement')} ${t('tab.optional')}`}
          hint={t('tab.ballot.statementHint')}
        >
          <Textarea value={statement} resize="vertical" onChange={(_, data) => setStatement(data.value)} />
        </Field>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}

export function Ballot({ vote }: { vote: VoteView }) {
  const { t, text } = useWords();
  const { mine } = vote;
  const wanted = mine ? [{ act: 'castBallot', input: { voteId: vote.id } }] : [];
  const entry = useAllowedMany(wanted, [vote.allowed])[0];
  if (!mine) return null;
  const why = mine.why ?? (entry && !entry.ok ? entry.refusal?.message : null);
  return (
    <section className="mine" aria-labelledby={`ballot-${vote.id}`}>
      <h3 id={`ballot-${vote.id}`}>{t('tab.ballot.mine', { organisation: mine.organisationName })}</h3>
      <Recorded mine={mine} />
      {why && (
        <p className="note warn block" id="ballot-why">
          {text(why)}
        </p>
      )}
      {!(why && (mine.seat === null || notTheirs(entry))) && (
        <Choices vote={vote} mine={mine} stopped={Boolean(why)} />
      )}
    </section>
  );
}
