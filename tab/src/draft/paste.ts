import type { Clause } from '../../../bot/views/case/shapes.ts';
import { cells } from '../hearing/comments/sheetCells.ts';

const blank = (): Clause => ({ number: '', kind: 'requirement', heading: '', text: '' });

const kindOf = (word: string): Clause['kind'] | null => {
  if (/^(krav|requirement|k|r)$/i.test(word)) return 'requirement';
  return /^(anbefaling|recommendation|a)$/i.test(word) ? 'recommendation' : null;
};

function fromRow(row: string[]): Clause {
  const kind = row.map(kindOf).find((found) => found !== null) ?? 'requirement';
  const [number = '', heading = '', ...rest] = row.filter((cell) => kindOf(cell) === null);
  return rest.length === 0 && heading.length > 80
    ? { number, kind, heading: '', text: heading }
    : { number, kind, heading, text: rest.join('\n') };
}

/** `10.f Overskrift` on a line of its own begins a clause; the lines under it are its text. */
function fromLines(text: string): Clause[] {
  const found: Clause[] = [];
  for (const line of text.split(/\r?\n/)) {
    const start = /^\s*(\d+(?:\.(?:\d+|[a-zæøå]))*\.?)\s+(.*)$/i.exec(line);
    const last = found.at(-1);
    if (start)
      found.push({
        ...blank(),
        number: (start[1] ?? '').replace(/\.$/, ''),
        heading: start[2]?.trim() ?? '',
      });
    else if (last && line.trim()) last.text += `${last.text && '\n'}${line.trim()}`;
  }
  return found;
}

/** Clauses in what somebody pasted; none when it is just a piece of text for one field. */
export function clausesIn(text: string): Clause[] {
  if (text.includes('\t')) return cells(text).map(fromRow);
  const found = text.includes('\n') ? fromLines(text) : [];
  return found.length > 1 ? found : [];
}
