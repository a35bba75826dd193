import { isSomebody } from '../../process/frame/roles.ts';

interface Reader {
  personId: string | null;
  organisationId: string | null;
  secretariat: boolean | null;
  leftAt: Date | null;
}

/** Whether a message's reader has left since it was queued: nobody writes to them any more. A shared chat has none. */
export const isGone = ({ personId, organisationId, secretariat, leftAt }: Reader): boolean =>
  personId !== null && !isSomebody({ organisationId, secretariat: secretariat ?? false, leftAt });
