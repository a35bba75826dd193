import { diffArrays } from 'diff';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Space counts like a word: nothing of either text is lost. */
const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** More differs than anybody would read word by word, and finding it would stall the page. */
const most = 600;

/** Word by word; texts that have next to nothing in common are shown as one replaced by the other. */
export function diffText(before: string, after: string): Piece[] {
  const found = diffArrays(words(before), words(after), { maxEditLength: most });
  if (!found)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
