import { absent, Register } from './register.ts';
import type { Finding, Told, Wrong } from './told.ts';

/** Keeps what everybody was told, and what was found to be wrong. */
export class Ledger {
  acts = 0;
  told: Record<Told['is'], number> = { done: 0, refused: 0, unchanged: 0, unknown: 0 };
  /** How often each act was told to be done, so that a run says what it has put to the proof. */
  done: Record<string, number> = {};
  findings: Finding[] = [];
  registers = new Map<string, Register>();
  #receipts = new Map<string, string>();

  found(wrong: Wrong, what: string): void {
    this.findings.push({ wrong, what, at: new Date().toISOString() });
  }

  countOf(wrong: Wrong): number {
    return this.findings.filter((one) => one.wrong === wrong).length;
  }

  register(name: string): Register {
    let one = this.registers.get(name);
    if (!one) this.registers.set(name, (one = new Register()));
    return one;
  }

  /** Somebody tries to make it this, and is told something. */
  async attempt(name: string, key: string, value: string, press: () => Promise<Told>): Promise<Told> {
    const one = this.register(name);
    one.begin(key, value);
    const told = await press();
    one.end(key, told);
    this.acts += 1;
    this.told[told.is] += 1;
    return told;
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
