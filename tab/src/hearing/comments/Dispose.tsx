import { Button, Field, Textarea } from '@fluentui/react-components';
import type { KeyboardEvent, RefObject } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import type { VersionView } from '../../../../bot/views/case/shapes.ts';
import { RefusalNote } from '../../parts/form/Refusal.tsx';
import { Unsaved } from '../../parts/form/Unsaved.tsx';
import { useWords } from '../../frame/words.ts';
import { DispositionChoice } from './DispositionChoice.tsx';
import { Placing } from './Placing.tsx';
import { useDispose } from './useDispose.ts';
import type { MatrixState } from './useMatrix.ts';

interface Props {
  comment: CommentView;
  state: MatrixState;
  entry: Allowed;
  versions: VersionView[];
  box: RefObject<HTMLTextAreaElement | null>;
}

/** The answer that is saved, where another is about to take its place. */
export function SavedNow({ comment }: { comment: CommentView }) {
  const { t } = useWords();
  return (
    <p className="legal">
      <b>
        {t('tab.dispose.saved.now')} {t(`disposition.${comment.disposition!}`)}:
      </b>{' '}
      {comment.response}
    </p>
  );
}

/** While another answer is being written: what has changed meanwhile, and the one that is saved. */
function Meanwhile({ comment, state }: Pick<Props, 'comment' | 'state'>) {
  const { t } = useWords();
  const { draft, half } = state;
  if (!draft || !half.has(comment.id)) return null;
  const { disposition, response } = comment;
  const other = disposition && (disposition !== draft.disposition || response !== draft.response);
  const moved = draft.seen !== '' && draft.seen !== comment.seen;
  return (
    <div role="status">
      {moved && <p className="note warn">{t('tab.dispose.moved')}</p>}
      {other && <SavedNow comment={comment} />}
    </div>
  );
}

/** The secretariat's answer to one comment. Ctrl+Enter saves it and goes to the next that awaits one. */
export function Dispose({ comment, state, entry, versions, box }: Props) {
  const { t, text } = useWords();
  const { busy, refusal, save, gap } = useDispose(comment, state);
  const { draft } = state;
  if (!draft) return null;
  const shut = !entry.ok || comment.withdrawnAt !== null;
  const no = entry.refusal && text(entry.refusal.message);
  if (shut && !state.half.has(comment.id)) return no && <p className="quiet">{no}</p>;
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!shut) void save();
  };
  return (
    <form
      className="form dispose"
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        if (!shut) void save();
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
      <Placing draft={draft} write={state.write} versions={versions} />
      <Meanwhile comment={comment} state={state} />
      <RefusalNote refusal={refusal} />
      {shut ? (
        <Unsaved words={draft.response} why={no} close={() => state.settle(comment.id)} />
      ) : (
        <div className="buttons">
          <Button appearance="primary" type="submit" disabledFocusable={busy}>
            {busy ? t('tab.saving') : t('tab.dispose.save')}
          </Button>
          <span className="quiet">Ctrl+Enter</span>
        </div>
      )}
    </form>
  );
}
