import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import { act } from '../../api.ts';
import { outdated, type Refusal } from '../../frame/refused.ts';
import { useAnnounce } from '../../parts/Announce.tsx';
import { useWords } from '../../frame/words.ts';
import { disposeInput, type WholeDraft } from './matrix.ts';
import type { MatrixState } from './useMatrix.ts';

/** One after the other, so that what was refused is known comment by comment and stays picked. */
export function useDisposeMany(comments: CommentView[], state: MatrixState) {
  const { t } = useWords();
  const queries = useQueryClient();
  const say = useAnnounce();
  const keys = useRef(new Map<string, string>());
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ ref: string; refusal: Refusal }[]>([]);
  const save = async (draft: WholeDraft) => {
    const failed: typeof refused = [];
    const left = new Map<string, string>();
    for (const [index, comment] of comments.entries()) {
      setDone(index);
      const input = disposeInput(comment, { ...draft, seen: state.picked.get(comment.id) ?? '' });
      const body = JSON.stringify(input);
      const key = keys.current.get(body) ?? crypto.randomUUID();
      keys.current.set(body, key);
      const answer = await act('disposeComment', input, key);
      if (answer.ok) continue;
      failed.push({ ref: comment.ref, refusal: answer.refusal });
      left.set(comment.id, outdated(answer.refusal) ? '' : (state.picked.get(comment.id) ?? ''));
    }
    setDone(null);
    setRefused(failed);
    say(t('tab.dispose.manySaved', { count: comments.length - failed.length, total: comments.length }));
    await queries.invalidateQueries();
    if (failed.length === 0) state.writeMany(null);
    state.setPicked(left);
  };
  return { save, done, refused };
}
