import type { EventData } from '../events.ts';
import { told, type Expected } from '../frame/compared.ts';
import { carriedBy, count, type Choice, type Count, type Rule } from './vote.ts';
import { seatId } from './seat.ts';

/** What a vote was opened with, for whoever counts it again. */
interface Opened {
  rule: Rule;
  electorate: string[];
}

export const noteOpening = (expected: Expected, data: EventData<'voteOpened'>): void => {
  const electorate = data.electorate.map(({ organisationId }) => organisationId);
  expected.note('vote', data.voteId, { rule: data.rule, electorate } satisfies Opened);
};

/** What a seat had cast, by the last event of its ballot; undefined: nobody knows any more. */
function choiceOf(expected: Expected, id: string): Choice | null | undefined {
  if (!expected.get('ballot', id)) return expected.unsure.has('ballot') ? undefined : null;
  return expected.said('ballot', id, 'choice') as Choice | undefined;
}

interface Counted {
  choices: Choice[];
  presentWithoutBallot: number;
}

/** Each ballot as it was told last; where nobody knows it any more, as the closing has it. */
function ballotsOf(expected: Expected, data: EventData<'voteClosed'>, { electorate }: Opened): Counted {
  const counted: Counted = { choices: [], presentWithoutBallot: 0 };
  const cast = new Map(data.cast.map((seat) => [seat.organisationId, seat]));
  for (const organisationId of electorate) {
    const id = seatId(data.voteId, organisationId);
    const seat = cast.get(organisationId);
    const [known, said] = [choiceOf(expected, id), seat?.choice ?? null];
    if (known !== undefined && known !== said) expected.doubt('ballot', id, 'choice');
    const choice = known === undefined ? said : known;
    if (choice) counted.choices.push(choice);
    else if (seat?.present) counted.presentWithoutBallot += 1;
  }
  return counted;
}

const figures = [
  'tally',
  'base',
  'entitled',
  'present',
  'quorumNeeded',
  'outcome',
] as const satisfies (keyof Count)[];

/**
 * What the closing says is counted again from what was cast before it, by the rule that the vote was opened with. Who was
 * there without a ballot is as the closing has it: Teams says so, and no event. Of a rehearsal no ballots are told.
 */
export function holdCount(expected: Expected, data: EventData<'voteClosed'>): void {
  const { voteId, rehearsal, carried, cast } = data;
  const opened = expected.noted('vote', voteId) as Opened | undefined;
  if (rehearsal || !opened) return;
  const { rule, electorate } = opened;
  const { choices, presentWithoutBallot } = ballotsOf(expected, data, opened);
  const seats = cast.map(({ organisationId }) => organisationId);
  if (told(seats.toSorted()) !== told(electorate.toSorted())) expected.doubt('vote', voteId, 'entitled');
  const counted = count(rule, choices, { entitled: electorate.length, presentWithoutBallot });
  for (const figure of figures)
    if (told(counted[figure]) !== told(data[figure])) expected.doubt('vote', voteId, figure);
  if (carriedBy(counted.outcome) !== carried) expected.doubt('vote', voteId, 'carried');
}

/** Only a tie is the chair's to decide. */
export function holdTie(expected: Expected, voteId: string): void {
  const outcome = expected.said('vote', voteId, 'outcome');
  if (outcome !== undefined && outcome !== 'tied') expected.doubt('vote', voteId, 'carried');
}
