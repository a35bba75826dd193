// Who may: the secretariat, for someone in the room or on the phone. Changes: the organisation's ballot, and that it is present
// in the session, which is shown when the vote is closed and which a rehearsal never changes; the organisation is told and can
// correct it until closing. Refuses: a
// closed vote; a meeting that is over; an organisation without a seat in it. A repeat: the same ballot again; a later one takes its place.
import { z } from 'zod';
import { declaredBy, tooLate } from '../../process/vote/casting.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { choices } from '../../process/vote/vote.ts';
import { actingFor } from '../../process/vote/seat.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { lockMeeting, meetingById, sessionOf } from '../../store/meeting/meetings.ts';
import { noteRecorded } from '../../store/vote/recorded.ts';
import { electorateOf, lockVote, putBallot, voteById } from '../../store/vote/votes.ts';
import { act, personOf } from '../frame/act.ts';
import { id, optional, words } from '../frame/input.ts';
import { announceRehearsed } from '../../store/frame/announcing.ts';

export const recordBallotOnBehalf = act({
  name: 'recordBallotOnBehalf',
  may: secretariat,
  about: { voteId: id, organisationId: id },
  later: ['organisationId'],
  form: {
    choice: z.enum(choices),
    means: z.enum(['room', 'phone', 'other']),
    statement: optional(words(4_000)),
  },
  async load({ trx, about: { voteId, organisationId }, hold }) {
    const vote = await hold(lockVote, voteById, voteId);
    if (!vote) return refuse('notFound');
    const session = await sessionOf(trx, vote.sessionId);
    // Who is present is marked by one at a time.
    const meeting = await hold(lockMeeting, meetingById, session.meetingId);
    const seats = await electorateOf(trx, vote.id);
    const seat = seats.find((one) => one.organisationId === organisationId) ?? null;
    if (organisationId && !seat) return refuse('notFound');
    return { vote, session, meeting: meeting!, seat };
  },
  open: ({ vote, session, meeting }, { now }) => tooLate(vote, [session, meeting], now),
  decide: (_, { form: { choice, statement } }) =>
    statement && choice !== 'against' ? refuse('statementOnlyAgainst') : null,
  async apply({ vote, seat }, call) {
    const { trx, about, form, doer, now, record, enqueue } = call;
    const { rehearsal } = vote;
    const { voteId, organisationId } = about;
    const { choice, means } = form;
    const by = personOf(doer);
    const ballot = { choice, means, caster: 'secretariat' as const, statement: form.statement ?? null };
    const recused = declaredBy(choice, ballot.caster, by);
    await putBallot(trx, { voteId, organisationId, ...ballot, castBy: by, castAt: now, recused });
    // Whoever votes is there; a mark that is shown would tell whose ballot came in. What is tried in a rehearsal is true of
    // nothing outside it: there the ballot alone says so.
    if (!rehearsal) await noteRecorded(trx, voteId, organisationId);
    const people = actingFor(seat!).map(({ personId }) => personId);
    const thisVote = { kind: 'vote', id: voteId } as const;
    const telling = { message: 'ballotRecorded', about: thisVote, occasion: now.toISOString() } as const;
    await tellPeople(trx, people, telling, now);
    if (!rehearsal)
      record(vote.caseId, 'ballotRecordedOnBehalf', { voteId, organisationId, ...ballot, rehearsal });
    else await announceRehearsed(trx, vote.caseId, { id: organisationId, again: seat!.cast });
    enqueue('refreshCards', { about: thisVote });
    return { voteId, organisationId, choice };
  },
});
