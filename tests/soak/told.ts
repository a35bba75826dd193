/** What somebody was told of an act, in the end all that they have to go by. */
export type Told =
  /** It is saved; with what the receipt says. */
  | { is: 'done'; result: Record<string, any> }
  | { is: 'refused'; code: string }
  /** Nothing was changed. */
  | { is: 'unchanged' }
  /** Nobody knows yet; or the line broke and nothing was said. */
  | { is: 'unknown' };

export type Wrong = 'lost' | 'doubled' | 'leaked' | 'told wrong';
export interface Finding {
  wrong: Wrong;
  what: string;
  at: string;
}

/** One thing that can be this or that, and which of it may be true after what was told. */
interface Register {
  may: Set<string>;
  /** Kept for the words of a finding. */
  story: string[];
}
export const absent = 'absent';

/** Keeps what everybody was told. Whoever writes one register writes nothing else in it meanwhile. */
export class Ledger {
  acts = 0;
  told: Record<Told['is'], number> = { done: 0, refused: 0, unchanged: 0, unknown: 0 };
  findings: Finding[] = [];
  registers = new Map<string, Register>();
  #receipts = new Map<string, string>();

  found(wrong: Wrong, what: string): void {
    this.findings.push({ wrong, what, at: new Date().toISOString() });
  }

  register(name: string): Register {
    let one = this.registers.get(name);
    if (!one) this.registers.set(name, (one = { may: new Set([absent]), story: [] }));
    return one;
  }

  /** Somebody tried to make it this, and was told that. */
  note(name: string, value: string, told: Told): void {
    this.acts += 1;
    this.told[told.is] += 1;
    const one = this.register(name);
    const said =
      told.is === 'refused' ? told.code : told.is === 'done' ? (told.result['said'] ?? 'done') : told.is;
    one.story.push(`${new Date().toISOString()} ${value}: ${said}`);
    if (told.is === 'done') one.may = new Set([value]);
    if (told.is === 'unknown') one.may.add(value);
  }

  /** Told twice about the same press, somebody is told the same. */
  receipt(key: string, part: string | undefined): void {
    if (part === undefined) return;
    const first = this.#receipts.get(key);
    if (first === undefined) this.#receipts.set(key, part);
    else if (first !== part) this.found('told wrong', `two receipts for one press: ${first} and ${part}`);
  }

  /** What is there at the end, held against what may be. */
  held(name: string, value: string): void {
    const { may, story } = this.register(name);
    if (may.has(value)) return;
    const wrong = value === absent ? 'lost' : 'told wrong';
    this.found(
      wrong,
      `${name} is ${value}, and may be ${[...may].join(' or ')}: ${story.slice(-6).join('; ')}`,
    );
  }
}
