import type { Told } from './told.ts';

export const absent = 'absent';

/** One press and its repeats: what it would make of it, between when and when, and what was told. */
interface Attempt {
  value: string;
  from: number;
  until: number;
  /** How many of its presses are not answered yet. */
  open: number;
  is: 'nothing' | 'possible' | 'done';
  replaced: boolean;
}

let moments = 0;
/** Later than everything before it. */
const moment = (): number => (moments += 1);

function wordsOf(told: Told): string {
  if (told.is === 'done') return told.result['said'] ?? 'done';
  return told.is === 'refused' ? `${told.code} ${told.said ?? ''}` : told.is;
}

/**
 * One thing that can be this or that, and which of it may be true after what was told. Several may write it at once:
 * what is told to be done takes the place of all that had ended before it began, and of nothing that ran beside it.
 */
export class Register {
  /** Kept for the words of a finding. */
  story: string[] = [];
  #attempts = new Map<string, Attempt>([
    ['', { value: absent, from: 0, until: 0, open: 0, is: 'done', replaced: false }],
  ]);

  begin(key: string, value: string): void {
    const known = this.#attempts.get(key);
    if (known) known.open += 1;
    else
      this.#attempts.set(key, {
        value,
        from: moment(),
        until: Infinity,
        open: 1,
        is: 'nothing',
        replaced: false,
      });
  }

  end(key: string, told: Told): void {
    const one = this.#attempts.get(key)!;
    one.open -= 1;
    this.story.push(`${new Date().toISOString()} ${one.value}: ${wordsOf(told)}`);
    // A repeat of what is known to be done says the same, and changes nothing.
    if (one.is === 'done') return;
    one.until = moment();
    if (told.is !== 'done' && told.is !== 'unknown') return;
    // Pressed once more after another had taken its place, it may have been written only now.
    one.replaced = false;
    one.is = told.is === 'done' ? 'done' : 'possible';
    if (one.is === 'possible') return;
    for (const other of this.#attempts.values())
      if (other.open === 0 && other.until < one.from) other.replaced = true;
  }

  get may(): Set<string> {
    const left = [...this.#attempts.values()].filter(({ is, replaced }) => is !== 'nothing' && !replaced);
    return new Set(left.map(({ value }) => value));
  }
}
