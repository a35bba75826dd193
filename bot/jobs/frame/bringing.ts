import type { Act } from '../../acts/frame/act.ts';
import type { ErrandRow } from '../../store/schema.ts';
import type { Work } from './work.ts';

/** What is noted of an errand: what it brings home, or why it failed; nothing more where it has come about. */
export interface Noted {
  failure?: string;
}

/** How one kind of errand is done. */
export interface Bringing {
  /** Reads what there is to do after the errand was taken up: the newest there is. Throws when nobody out there answers. */
  bring(work: Work, errand: ErrandRow): Promise<Noted>;
  /** The act that takes in what came of it, and its field for what the errand is about. */
  note: Act;
  about: string;
  /** Why it failed, where nobody answered. */
  away: string;
}
