import type { Act } from '../../acts/frame/act.ts';
import type { ErrandKind, ReasonOf, Went } from '../../process/reach/errands.ts';
import type { ErrandRow } from '../../store/schema.ts';
import type { Work } from './work.ts';

/** What is noted of an errand: what it brings home, why it failed, or that outside tells later; with neither it is done. */
export interface Noted {
  failure?: string;
  waits?: true;
  /** What it brings home, as its noting act takes it. */
  [brought: string]: unknown;
}

/** Or how it went, where nobody is to be told: it is as it was. */
export type Came = Noted | { went: Went };
export const isWent = (came: Came): came is { went: Went } => 'went' in came;

export const fails = <K extends ErrandKind>(failure: ReasonOf<K>): Noted => ({ failure });

/** How one kind of errand is done. */
export interface Bringing {
  /** Reads what there is to do after the errand was taken up: the newest there is. Throws when nobody out there answers. */
  bring(work: Work, errand: ErrandRow): Promise<Came>;
  /** The act that takes in what came of it, and how it names what the errand is about. */
  note: Act;
  about(aboutId: string): object;
  /** Why it failed, where nobody answered. */
  away: string;
  /** Who should have it, though nobody asked. */
  unasked?(work: Work): Promise<string[]>;
}
