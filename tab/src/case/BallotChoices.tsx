import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { RefusalNote } from '../parts/Refusal.tsx';
import { usePress } from '../press.ts';
import { useWords } from '../words.ts';

const choices = ['for', 'against', 'abstain', 'recused'] as const;
type Choice = (typeof choices)[number];

interface Props {
  vote: VoteView;
  mine: NonNullable<VoteView['mine']>;
  stopped: boolean;
}

interface Stating {
  value: string;
  kept: string;
  change: (value: string) => void;
  save: () => void;
  busy: boolean;
}

/** Only beside a ballot against, which alone can carry it; emptied and saved it is taken out. */
function Statement({ value, kept, change, save, busy }: Stating) {
  const { t } = useWords();
  const same = value.trim() === kept.trim();
  return (
    <>
      <Field
        label={`${t('tab.ballot.statement')} ${t('tab.optional')}`}
        hint={t(same ? 'tab.ballot.statementHint' : 'tab.ballot.statementUnsaved')}
      >
        <Textarea value={value} resize="vertical" onChange={(_, data) => change(data.value)} />
      </Field>
      {!same && (
        <Button disabledFocusable={busy} onClick={save}>
          {t(value.trim() ? 'tab.ballot.statementSave' : 'tab.ballot.statementDrop')}
        </Button>
      )}
    </>
  );
}

/** Four alike buttons: none is primary, none is coloured; what was recorded is said in words. */
export function BallotChoices({ vote, mine, stopped }: Props) {
  const { t } = useWords();
  const say = useAnnounce();
  const { busy, refusal, press } = usePress('castBallot');
  const [statement, setStatement] = useState(mine.ballot?.statement ?? '');
  const kept = mine.ballot?.statement ?? '';
  const cast = async (choice: Choice, stating: object, said: string) => {
    if (stopped) return;
    const answer = await press({ voteId: vote.id, choice, ...stating });
    if (answer?.ok) say(said);
  };
  const choose = (choice: Choice) => {
    const stating = choice === 'against' && statement.trim() ? { statement } : {};
    return cast(choice, stating, t('tab.ballot.saved', { choice: t(`choice.${choice}`) }));
  };
  const state = () => {
    const stating = statement.trim() ? { statement } : { withoutStatement: true };
    return cast('against', stating, t('tab.ballot.statementSaved'));
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
            aria-describedby={stopped ? `why-${vote.id}` : undefined}
            onClick={() => void choose(choice)}
          >
            {mine.ballot?.choice === choice && '✓ '}
            {t(`choice.${choice}`)}
          </Button>
        ))}
      </div>
      {!stopped && mine.ballot?.choice === 'against' && (
        <Statement
          value={statement}
          kept={kept}
          change={setStatement}
          save={() => void state()}
          busy={busy}
        />
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
