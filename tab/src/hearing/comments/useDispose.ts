import { useState } from 'react';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import { useAnnounce } from '../../parts/Announce.tsx';
import { usePress } from '../../frame/press.ts';
import { outdated } from '../../frame/refused.ts';
import { useWords } from '../../frame/words.ts';
import { disposeInput, isWhole, nextUnanswered } from './matrix.ts';
import type { MatrixState } from './useMatrix.ts';

/** Saves the answer to a comment and goes on; what is not yet whole stays, and says so. */
export function useDispose(comment: CommentView, state: MatrixState) {
  const { t } = useWords();
  const say = useAnnounce();
  const [gap, setGap] = useState(false);
  const press = usePress('disposeComment', { wait: false });
  const save = async () => {
    const { draft } = state;
    setGap(!isWhole(draft));
    if (!isWhole(draft)) return;
    const next = nextUnanswered(state.shown, comment.id);
    const answer = await press.press(disposeInput(comment, draft));
    // It is on the page now, and the next press is made knowing it.
    if (answer && !answer.ok && outdated(answer.refusal)) state.write({ seen: '' });
    if (!answer?.ok) return;
    state.settle(comment.id);
    say(t('tab.dispose.saved', { ref: comment.ref }));
    state.show(next?.id ?? comment.id);
  };
  return { ...press, save, gap };
}
