import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { useKept } from '../frame/kept.ts';

/** What is written, and what was saved when it was begun; null: what is saved now has been read. */
interface Written {
  text: string;
  seen: string | null;
  /** That it is another has been told. */
  told?: boolean;
}

/** A minority statement: as it is saved, and followed while nothing is written; else as it is written. */
export function useStatement({ id, mine }: VoteView) {
  const saved = mine?.ballot?.statement ?? '';
  const now = mine?.seen ?? '';
  const isSaved = (text: string): boolean => text.trim() === saved.trim();
  const kept = useKept<Written | null>(
    `statement ${id}`,
    () => null,
    (written) => written === null || isSaved(written.text),
  );
  const written = kept.value;
  const text = written?.text ?? saved;
  const unsaved = !isSaved(text);
  const seen = written?.seen ?? now;
  return {
    saved,
    text,
    seen,
    unsaved,
    /** Somebody else has changed the one that is saved while this was being written. */
    moved: unsaved && (written?.told === true || seen !== now),
    kept: { clear: kept.clear, restored: kept.restored && unsaved },
    write: (next: string) => kept.set((last) => (next === saved ? null : { seen: now, ...last, text: next })),
    /** It is on the page now, and the next press is made knowing it. */
    know: () => kept.set((last) => last && { ...last, seen: null, told: true }),
    /** That much of it is saved; what was written meanwhile is not. */
    settle: (sent: string) => {
      kept.forget();
      kept.set((last) => (last && last.text !== sent ? { text: last.text, seen: null } : null));
    },
  };
}
export type StatementState = ReturnType<typeof useStatement>;
