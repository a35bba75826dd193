import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import type { CommentView } from '../../../bot/views/shapes/hearing.ts';
import { RefusalNote } from '../parts/Refusal.tsx';
import { useWords } from '../words.ts';
import { DispositionChoice } from './DispositionChoice.tsx';
import { noDraft, type Draft } from './matrix.ts';
import { useDisposeMany } from './useDisposeMany.ts';
import type { MatrixState } from './useMatrix.ts';

interface Props {
  comments: CommentView[];
  state: MatrixState;
  entry: Allowed | undefined;
}

export function DisposeMany(props: Props) {
  const { t, plural } = useWords();
  const { comments, state } = props;
  const { save, done, refused } = useDisposeMany(comments, state);
  const [draft, setDraft] = useState<Draft>(noDraft);
  const [gap, setGap] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const ready = draft.disposition !== '' && draft.response.trim() !== '';
    setGap(!ready);
    if (ready && done === null) void save(draft);
  };
  return (
    <section className="detail" aria-labelledby="many">
      <h3 id="many">{plural(comments.length, 'tab.dispose.toOne', 'tab.dispose.many')}</h3>
      <p className="quiet">{comments.map((comment) => comment.ref).join(', ')}</p>
      <form className="form dispose" onSubmit={go}>
        <DispositionChoice
          value={draft.disposition}
          set={(disposition) => setDraft({ ...draft, disposition })}
        />
        <Field label={t('tab.dispose.response')} validationMessage={gap ? t('tab.dispose.gap') : undefined}>
          <Textarea
            value={draft.response}
            resize="vertical"
            onChange={(_, d) => setDraft({ ...draft, response: d.value })}
          />
        </Field>
        <Field label={`${t('tab.dispose.theme')} ${t('tab.optional')}`}>
          <Input value={draft.theme} onChange={(_, d) => setDraft({ ...draft, theme: d.value })} />
        </Field>
        {refused.map(({ ref, refusal }) => (
          <div key={ref}>
            <b>{ref}</b>
            <RefusalNote refusal={refusal} />
          </div>
        ))}
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
