import { Button, Field, Textarea } from '@fluentui/react-components';
import { Restored } from '../parts/Restored.tsx';
import { Unsaved } from '../parts/form/Unsaved.tsx';
import { useWords } from '../frame/words.ts';
import type { BallotState } from './useBallot.ts';
import type { StatementState } from './useStatement.ts';

/** The statement that is saved, where another is about to take its place or it is about to be taken out. */
function SavedNow({ statement: { saved, text, moved } }: { statement: StatementState }) {
  const { t } = useWords();
  if (!moved && text.trim()) return null;
  return (
    <div role="status">
      {moved && <p className="note warn">{t('tab.ballot.statementMoved')}</p>}
      <p className="legal">
        <b>{t('tab.dispose.saved.now')}</b> {saved || t('tab.ballot.statementNone')}
      </p>
    </div>
  );
}

interface Props {
  ballot: BallotState;
  /** Whether it can be saved: voting goes on, and the ballot is one against, which alone can carry it. */
  may: boolean;
  /** Why not, unless it stands above. */
  why?: string | undefined;
}

/** Emptied and saved it is taken out. What is written stays with its writer when it cannot be saved any more. */
export function Statement({ ballot, may, why }: Props) {
  const { t } = useWords();
  const { statement, busy, forget, state } = ballot;
  const { text, unsaved, kept, write } = statement;
  if (!may && !unsaved) return null;
  const giveUp = () => {
    forget();
    kept.clear();
  };
  return (
    <div className="statement">
      {may && <Restored kept={kept} />}
      <Field
        label={`${t('tab.ballot.statement')} ${t('tab.optional')}`}
        {...(may && { hint: t(unsaved ? 'tab.ballot.statementUnsaved' : 'tab.ballot.statementHint') })}
      >
        <Textarea value={text} resize="vertical" onChange={(_, data) => write(data.value)} />
      </Field>
      {unsaved && <SavedNow statement={statement} />}
      {!may && <Unsaved words={text} why={why} close={giveUp} />}
      {may && unsaved && (
        <Button disabledFocusable={busy} onClick={() => void state()}>
          {t(text.trim() ? 'tab.ballot.statementSave' : 'tab.ballot.statementDrop')}
        </Button>
      )}
    </div>
  );
}
