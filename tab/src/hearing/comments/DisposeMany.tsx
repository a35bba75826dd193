import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import type { Refusal } from '../../frame/refused.ts';
import { RefusalNote } from '../../parts/form/Refusal.tsx';
import { useWords } from '../../frame/words.ts';
import { SavedNow } from './Dispose.tsx';
import { DispositionChoice } from './DispositionChoice.tsx';
import { isWhole } from './matrix.ts';
import { useDisposeMany } from './useDisposeMany.ts';
import type { MatrixState } from './useMatrix.ts';

interface Props {
  comments: CommentView[];
  state: MatrixState;
  entry: Allowed | undefined;
  box?: RefObject<HTMLTextAreaElement | null>;
}

/** Of those that are picked, what has been answered already: it would be written over. */
function Answered({ comments }: { comments: CommentView[] }) {
  return comments
    .filter((comment) => comment.disposition)
    .map((comment) => (
      <div key={comment.id}>
        <b>{comment.ref}</b>
        <SavedNow comment={comment} />
      </div>
    ));
}

function Refused({ all }: { all: { ref: string; refusal: Refusal }[] }) {
  return all.map(({ ref, refusal }) => (
    <div key={ref}>
      <b>{ref}</b>
      <RefusalNote refusal={refusal} />
    </div>
  ));
}

/** One answer to all that are picked. Ctrl+Enter saves it. */
export function DisposeMany({ comments, state, box }: Props) {
  const { t, plural, names } = useWords();
  const { save, done, refused } = useDisposeMany(comments, state);
  const { many: draft, writeMany } = state;
  const [gap, setGap] = useState(false);
  const go = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    setGap(!isWhole(draft));
    if (isWhole(draft) && done === null) void save(draft);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go(event);
  };
  return (
    <section className="detail" aria-labelledby="many">
      <h3 id="many">{plural(comments.length, 'tab.dispose.toOne', 'tab.dispose.many')}</h3>
      <p className="quiet">{names(comments.map((comment) => comment.ref))}</p>
      <form className="form dispose" onKeyDown={keys} onSubmit={go}>
        <DispositionChoice value={draft.disposition} set={(disposition) => writeMany({ disposition })} />
        <Field label={t('tab.dispose.response')} validationMessage={gap ? t('tab.dispose.gap') : undefined}>
          <Textarea
            {...(box && { ref: box })}
            value={draft.response}
            resize="vertical"
            onChange={(_, d) => writeMany({ response: d.value })}
          />
        </Field>
        <Field label={`${t('tab.dispose.theme')} ${t('tab.optional')}`}>
          <Input value={draft.theme} onChange={(_, d) => writeMany({ theme: d.value })} />
        </Field>
        <Answered comments={comments} />
        <Refused all={refused} />
        <p role="status">
          {done !== null && t('tab.dispose.progress', { count: done, total: comments.length })}
        </p>
        <div className="buttons">
          <Button appearance="primary" type="submit" disabledFocusable={done !== null}>
            {plural(comments.length, 'tab.dispose.saveOne', 'tab.dispose.saveMany')}
          </Button>
          <Button onClick={() => state.setPicked(new Map())}>{t('tab.dispose.unpick')}</Button>
        </div>
      </form>
    </section>
  );
}
