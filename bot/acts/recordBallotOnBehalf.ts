// Who may: the secretariat, for someone in the room or on the phone. Changes: the organisation's ballot, and that it is present;
// the organisation is told and can correct it until closing. Refuses: a closed vote; an organisation without a seat in it.
// A repeat: the same ballot again; a later one takes its place.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { choices } from '../process/vote.ts';
import { tellPeople } from '../store/deliveries.ts';
import { putPresence } from '../store/meetings.ts';
import { electorateOf, lockVote, putBallot, voteById } from '../store/votes.ts';
import { act, personOf } from './act.ts';
import { id, optional, words } from './input.ts';

export const recordBallotOnBehalf = act({
  name: 'recordBallotOnBehalf',
  may: secretariat,
  input: z.object({
    voteId: id,
    organisationId: id,
    choice: z.enum(choices),
    means: z.enum(['room', 'phone', 'other']),
    statement: optional(words(4_000)),
  }),
  async load({ trx, input, probe }) {
    const vote = await (probe ? voteById : lockVote)(trx, input.voteId);
    if (!vote) return refuse('notFound');
    const seats = await electorateOf(trx, vote.id);
    const seat = seats.find((one) => one.organisationId === input.organisationId) ?? null;
    return seat || probe ? { vote, seat } : refuse('notFound');
  },
  decide({ vote }, { input }) {
    if (vote.closedAt) return refuse('voteClosed', { closedAt: vote.closedAt.toISOString() });
    return input.statement && input.choice !== 'against' ? refuse('statementOnlyAgainst') : null;
  },
  async apply({ vote, seat }, { trx, input, doer, now, record, enqueue }) {
    const { voteId, organisationId, choice, means } = input;
    const by = personOf(doer);
    const ballot = { choice, means, caster: 'secretariat' as const, statement: input.statement ?? null };
    await putBallot(trx, { voteId, organisationId, ...ballot, castBy: by, castAt: now });
    // Whoever votes is there, and so may correct the ballot from their own card.
    await putPresence(trx, {
      sessionId: vote.sessionId,
      organisationId,
      present: true,
      markedBy: by,
      markedAt: now,
    });
    const people = [seat!.representativeId, seat!.deputyId].filter((one) => one !== null);
    const telling = {
      message: 'ballotRecorded' as const,
      voteId,
      revisionId: vote.revisionId,
      occasion: now.toISOString(),
    };
    await tellPeople(trx, people, telling, now);
    const { rehearsal } = vote;
    if (!rehearsal)
      record(vote.revisionId, 'ballotRecordedOnBehalf', { voteId, organisationId, ...ballot, rehearsal });
    enqueue('refreshCards', { voteId });
    return { voteId, organisationId, choice };
  },
});
