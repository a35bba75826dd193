import { isOpen } from './hearing.ts';

interface Reader {
  organisationId: string | null;
  secretariat: boolean;
}

/** How organisations answered is nobody's but their own and the secretariat's until the deadline. */
export const isSealedFrom = (
  { secretariat }: Pick<Reader, 'secretariat'>,
  deadline: Date,
  now: Date,
): boolean => !secretariat && isOpen(deadline, now);

/** Whether the secretariat would be shown what is sealed from members, which the trail then says. */
export const looksBehindSeal = (
  { secretariat }: Pick<Reader, 'secretariat'>,
  deadline: Date,
  now: Date,
): boolean => secretariat && isOpen(deadline, now);

/**
 * Whether a reader may learn that there is such a comment: its own organisation of each, drafts too; others of what has left
 * that one, the secretariat at once and of what was withdrawn as well, members at the deadline.
 */
export function mayKnowOf(
  comment: { organisationId: string; left: boolean; withdrawnAt: Date | null; deadline: Date },
  reader: Reader,
  now: Date,
): boolean {
  if (comment.organisationId === reader.organisationId) return true;
  if (!comment.left || isSealedFrom(reader, comment.deadline, now)) return false;
  return reader.secretariat || comment.withdrawnAt === null;
}
