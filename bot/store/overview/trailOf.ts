import type { About, AboutKind } from '../../process/frame/about.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { caseById } from '../case/cases.ts';
import type { Reader } from '../frame/database.ts';
import { commentById } from '../hearing/comments.ts';
import { hearingById } from '../hearing/hearings.ts';
import { meetingById } from '../meeting/meetings.ts';
import { organisationById, personById } from '../people/people.ts';
import { schedulingById } from '../scheduling/scheduling.ts';
import { voteById } from '../vote/votes.ts';

type Find = (db: Reader, id: string) => Promise<string | null>;

const ofHearing: Find = async (db, id) => (await hearingById(db, id))?.caseId ?? null;

const trails: Record<AboutKind, Find> = {
  hearing: ofHearing,
  vote: async (db, id) => (await voteById(db, id))?.caseId ?? null,
  meeting: async (db, id) => (await meetingById(db, id))?.id ?? null,
  scheduling: async (db, id) => {
    const search = await schedulingById(db, id);
    return search && (search.caseId ?? registerCase);
  },
  comment: async (db, id) => {
    const comment = await commentById(db, id);
    return comment && ofHearing(db, comment.hearingId);
  },
  case: async (db, id) => (await caseById(db, id))?.id ?? null,
  organisation: async (db, id) => (await organisationById(db, id)) && registerCase,
  person: async (db, id) => (await personById(db, id)) && registerCase,
};

/** In whose trail it stands what becomes of it; null: there is no such thing. */
export const trailOf = (db: Reader, { kind, id }: About): Promise<string | null> => trails[kind](db, id);
