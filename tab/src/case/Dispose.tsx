import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import type { CommentView } from '../../../bot/views/shapes/hearing.ts';
import type { VersionView } from '../../../bot/views/shapes/revision.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { RefusalNote } from '../parts/Refusal.tsx';
import { usePress } from '../queries.ts';
import { useWords } from '../words.ts';
import { clauseOptions } from './commentFields.ts';
import { DispositionChoice } from './DispositionChoice.tsx';
import { disposeInput, nextUnanswered, type Draft } from './matrix.ts';
import type { MatrixState } from './useMatrix.ts';

interface Props {
  comment: CommentView;
  state: MatrixState;
  entry: Allowed;
  versions: VersionView[];
  box: RefObject<HTMLTextAreaElement | null>;
}

function useSave({ comment, state }: Pick<Props, 'comment' | 'state'>) {
  const { t } = useWords();
  const say = useAnnounce();
  const [gap, setGap] = useState(false);
  const press = usePress('disposeComment', { wait: false });
  const save = async () => {
    const { draft } = state;
    setGap(!draft?.disposition || !draft.response.trim());
    if (!draft?.disposition || !draft.response.trim()) return;
    const next = nextUnanswered(state.shown, comment.id);
    const answer = await press.press(disposeInput(comment.id, draft));
    if (!answer?.ok) return;
    state.settle(comment.id);
    say(t('tab.dispose.saved', { ref: comment.ref }));
    state.show(next?.id ?? comment.id);
  };
  return { ...press, save, gap };
}

/** Where the answer belongs in the hearing note, and which clause it changed. */
function Placing({ draft, state, versions }: Pick<Props, 'state' | 'versions'> & { draft: Draft }) {
  const { t } = useWords();
  const newest = versions.toSorted((a, b) => b.number - a.number)[0];
  return (
    <div className="pair">
      <Field label={`${t('tab.dispose.theme')} ${t('tab.optional')}`}>
        <Input value={draft.theme} onChange={(_, data) => state.write({ theme: data.value })} />
      </Field>
      <Field label={`${t('tab.dispose.clause')} ${t('tab.optional')}`}>
        <Select value={draft.clause} onChange={(_, data) => state.write({ clause: data.value })}>
          <option value="">–</option>
          {clauseOptions(newest?.clauses ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** The secretariat's answer to one comment. Ctrl+Enter saves it and goes to the next that awaits one. */
export function Dispose({ comment, state, entry, versions, box }: Props) {
  const { t, text } = useWords();
  const { busy, refusal, save, gap } = useSave({ comment, state });
  const { draft } = state;
  if (!draft) return null;
  if (!entry.ok) return entry.refusal && <p className="quiet">{text(entry.refusal.message)}</p>;
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      className="form dispose"
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DispositionChoice value={draft.disposition} set={(disposition) => state.write({ disposition })} />
      <Field label={t('tab.dispose.response')} validationMessage={gap ? t('tab.dispose.gap') : undefined}>
        <Textarea
          ref={box}
          value={draft.response}
          resize="vertical"
          onChange={(_, data) => state.write({ response: data.value })}
        />
      </Field>
      <Placing draft={draft} state={state} versions={versions} />
      <RefusalNote refusal={refusal} />
      <div className="buttons">
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {busy ? t('tab.saving') : t('tab.dispose.save')}
        </Button>
        <span className="quiet">Ctrl+Enter</span>
      </div>
    </form>
  );
}
