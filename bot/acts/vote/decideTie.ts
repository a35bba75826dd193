// Who may: the chair, when the rule lets the chair decide a tie. Changes: whether the motion is carried; the count stays.
// Refuses: a vote without a tie to decide, or that a later vote of the case has overtaken. A repeat: the same word again is a success, another one is refused.
import { z } from 'zod';
import { refuse, refuseCloser } from '../../process/frame/refusals.ts';
import { chair } from '../../process/frame/roles.ts';
import { isOvertaken, isTied } from '../../process/vote/vote.ts';
import type { VoteRow } from '../../store/schema.ts';
import { lockVote, setCarried, voteById, votesOf } from '../../store/vote/votes.ts';
import { act } from '../frame/act.ts';
import { moveCase } from './moveCase.ts';
import { tellResult } from './tellResult.ts';
import { id } from '../frame/input.ts';
import { announceToAll } from '../../store/frame/announcing.ts';

const wasTied = ({ result }: VoteRow): boolean => result?.outcome === 'tied';

export const decideTie = act({
  name: 'decideTie',
  may: chair,
  about: { voteId: id },
  form: { carried: z.boolean() },
  async load({ trx, about, hold }) {
    const vote = await hold(lockVote, voteById, about.voteId);
    if (!vote) return refuse('notFound');
    return { vote, ofCase: await votesOf(trx, vote.caseId) };
  },
  already({ vote }, { form: { carried } }) {
    const same = wasTied(vote) && vote.carried === carried;
    return same ? { voteId: vote.id, carried } : null;
  },
  open({ vote, ofCase }) {
    if (!isTied(vote)) return refuse('noTieToDecide');
    return isOvertaken(vote, ofCase) ? refuseCloser('noTieToDecide', 'over', {}) : null;
  },
  async apply({ vote }, call) {
    const {
      trx,
      form: { carried },
      record,
      enqueue,
    } = call;
    await setCarried(trx, vote.id, carried);
    await moveCase(trx, vote, carried);
    // Of a rehearsal the trail has its opening and its closing, and nothing else.
    if (vote.rehearsal) await announceToAll(trx, vote.caseId);
    else record(vote.caseId, 'tieDecided', { voteId: vote.id, carried });
    await tellResult(call, { ...vote, carried }, 'tie');
    enqueue('refreshCards', { about: { kind: 'vote', id: vote.id } });
    return { voteId: vote.id, carried };
  },
});
