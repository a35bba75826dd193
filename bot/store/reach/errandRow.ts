import type { ErrandKind } from '../../process/reach/errands.ts';

export interface ErrandRow {
  kind: ErrandKind;
  aboutId: string;
  askedAt: Date;
  /** Rises each time it is asked for; `done` follows. */
  wanted: number;
  done: number;
  /** When it is taken up by itself; null: not before somebody asks. */
  dueAt: Date | null;
  claimedAt: Date | null;
  /** Since it was last asked for. */
  attempts: number;
  /** Since when it fails; null with a failure: asked for again since. */
  failedAt: Date | null;
  failure: string | null;
}
