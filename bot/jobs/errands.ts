import type { ErrandKind } from '../process/reach/errands.ts';
import type { Bringing } from './frame/bringing.ts';
import { event } from './meeting/event.ts';

/** One for each kind: an errand that nobody can do does not compile. */
export const errands: Record<ErrandKind, Bringing> = { event };
