import type { Expected } from '../frame/compared.ts';
import { isLate } from './hearing.ts';

interface Came {
  hearingId: string;
  late: boolean;
}

/**
 * Whether something came late is said by when it came and the deadline that was in force then, as the events before it have
 * it. When a mail came an older program did not tell.
 */
export function holdLate(
  expected: Expected,
  kind: 'comment' | 'answer',
  id: string,
  { hearingId, late }: Came,
  cameAt: string | undefined,
): void {
  const deadline = expected.said('hearing', hearingId, 'deadline');
  if (typeof deadline !== 'string' || cameAt === undefined) return;
  if (isLate(new Date(deadline), new Date(cameAt)) !== late) expected.doubt(kind, id, 'late');
}
