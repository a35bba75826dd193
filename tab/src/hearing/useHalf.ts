import { useKept } from '../frame/kept.ts';
import { noDraft, type Draft } from './comments/matrix.ts';

type Drafts = Record<string, Draft>;
interface Half {
  drafts: Drafts;
  /** The one answer to all that are picked. */
  many: Draft;
}
const nothing = (): Half => ({ drafts: {}, many: noDraft });
const isNothing = ({ drafts, many }: Half): boolean =>
  Object.keys(drafts).length === 0 && Object.values(many).every((part) => part === '');

/** What is half-written for each comment and for all that are picked, kept while one looks elsewhere. */
export function useHalf(subject: string | undefined) {
  const typed = useKept<Half>(subject, nothing, isNothing);
  const { value, set } = typed;
  const setDrafts = (more: (all: Drafts) => Drafts) => set((all) => ({ ...all, drafts: more(all.drafts) }));
  const writeMany = (part: Partial<Draft> | null) =>
    set((all) => ({ ...all, many: part ? { ...all.many, ...part } : noDraft }));
  return { ...value, typed, setDrafts, writeMany };
}
