// Who may: the chair, when the rule lets the chair decide a tie. Changes: whether the motion is carried; the count stays.
// Refuses: a vote without a tie to decide, or that a later vote of the case has overtaken. A repeat: the same word again is a success, another one is refused.
import { z } from 'zod';
import { refuse, refuseCloser } from '../../process/frame/refusals.ts';
import { chair } from '../../process/frame/roles.ts';
import { stateAfterVote } from '../../process/case/revision.ts';
import { isOvertaken } from '../../process/vote/vote.ts';
import { setRevisionState } from '../../store/case/cases.ts';
import { lockVote, setCarried, voteById, votesOf } from '../../store/vote/votes.ts';
import { oldAct } from '../frame/oldAct.ts';
import { tellResult } from './tellResult.ts';
import { id } from '../frame/input.ts';
import { announceToAll } from '../../store/frame/announcing.ts';

export const decideTie = oldAct({
  name: 'decideTie',
  may: chair,
  input: z.object({ voteId: id, carried: z.boolean() }),
  async load({ trx, input, probe }) {
    const vote = await (probe ? voteById : lockVote)(trx, input.voteId);
    if (!vote) return refuse('notFound');
    return { vote, ofCase: await votesOf(trx, { revisionId: vote.revisionId }) };
  },
  decide({ vote, ofCase }, { input }) {
    if (vote.result?.outcome !== 'tied') return refuse('noTieToDecide');
    if (vote.carried !== null) return vote.carried === input.carried ? null : refuse('noTieToDecide');
    return isOvertaken(vote, ofCase) ? refuseCloser('noTieToDecide', 'over', {}) : null;
  },
  async apply({ vote }, call) {
    const { trx, input, record, enqueue } = call;
    if (vote.carried === null) {
      await setCarried(trx, vote.id, input.carried);
      if (!vote.rehearsal) await setRevisionState(trx, vote.revisionId, stateAfterVote(input.carried));
      // Of a rehearsal the trail has its opening and its closing, and nothing else.
      if (vote.rehearsal) await announceToAll(trx, vote.revisionId);
      else record(vote.revisionId, 'tieDecided', { voteId: vote.id, carried: input.carried });
      await tellResult(call, { ...vote, carried: input.carried }, 'tie');
      enqueue('refreshCards', { voteId: vote.id });
    }
    return { voteId: vote.id, carried: input.carried };
  },
});
