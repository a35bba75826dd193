import { Button, Field, Textarea } from '@fluentui/react-components';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { useKept, type Kept } from '../kept.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { RefusalNote } from '../parts/Refusal.tsx';
import { Restored } from '../parts/Restored.tsx';
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
  kept: Kept<string>;
  saved: string;
  save: () => void;
  busy: boolean;
}

/** Only beside a ballot against, which alone can carry it; emptied and saved it is taken out. */
function Statement({ kept, saved, save, busy }: Stating) {
  const { t } = useWords();
  const { value } = kept;
  const same = value.trim() === saved.trim();
  return (
    <>
      <Restored kept={kept} />
      <Field
        label={`${t('tab.ballot.statement')} ${t('tab.optional')}`}
        hint={t(same ? 'tab.ballot.statementHint' : 'tab.ballot.statementUnsaved')}
      >
        <Textarea value={value} resize="vertical" onChange={(_, data) => kept.set(data.value)} />
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
  const saved = mine.ballot?.statement ?? '';
  const kept = useKept(
    `statement ${vote.id}`,
    () => saved,
    (value) => value.trim() === saved.trim(),
  );
  const statement = kept.value;
  const cast = async (choice: Choice, stating: object, said: string) => {
    if (stopped) return;
    const answer = await press({ voteId: vote.id, choice, ...stating });
    if (!answer?.ok) return;
    if (choice === 'against') kept.forget();
    say(said);
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
      {!stopped && !vote.rehearsal && mine.ballot?.choice === 'against' && (
        <Statement kept={kept} saved={saved} save={() => void state()} busy={busy} />
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
