import type { Hearing, Vote } from '../../support/cases.ts';

/** A case where everything has happened, and two organisations of it. */
export type At = Hearing & Vote & { one: string; other: string };

type Statement = [text: string, values: unknown[]];
type Found = [thing: string, field: string, how: string];

const differs = (thing: string, ...fields: string[]): Found[] =>
  fields.map((field) => [thing, field, 'differs']);
const seat = ({ voteId, other }: At) => [voteId, other];
const answer = ({ hearingId, other }: At) => [hearingId, other];

/** What somebody with the database in hand might do to the records, and what is then found. */
export const tampered: [what: string, how: (at: At) => Statement, found: Found[]][] = [
  [
    'a ballot changed',
    (at) => [
      `update ballot set choice = 'for', statement = null where vote_id = $1 and organisation_id = $2`,
      seat(at),
    ],
    differs('ballot', 'choice', 'statement'),
  ],
  [
    'a ballot taken away',
    (at) => ['delete from ballot where vote_id = $1 and organisation_id = $2', seat(at)],
    [['ballot', '', 'rowMissing']],
  ],
  [
    'a result made another',
    (at) => [
      `update vote set carried = true, result = jsonb_set(result, '{tally,for}', '2') where id = $1`,
      [at.voteId],
    ],
    differs('vote', 'carried', 'tally'),
  ],
  [
    'a seat taken out of the electorate, with its ballot',
    (at) => [
      `with b as (delete from ballot where vote_id = $1 and organisation_id = $2)
        delete from electorate where vote_id = $1 and organisation_id = $2`,
      seat(at),
    ],
    [
      ['ballot', '', 'rowMissing'],
      ['seat', '', 'rowMissing'],
    ],
  ],
  [
    'a comment’s words changed',
    (at) => [
      `update comment set text = 'Kravet er klart' where hearing_id = $1 and withdrawn_at is null`,
      [at.hearingId],
    ],
    differs('comment', 'text'),
  ],
  [
    'a withdrawn comment brought back',
    (at) => ['update comment set withdrawn_at = null where hearing_id = $1', [at.hearingId]],
    differs('comment', 'withdrawnAt'),
  ],
  [
    'the answer to a comment changed',
    (at) => [
      `update comment set disposition = 'notAccepted' where hearing_id = $1 and disposition is not null`,
      [at.hearingId],
    ],
    differs('comment', 'disposition'),
  ],
  [
    'a comment that nobody wrote',
    (at) => [
      `insert into comment (id, hearing_id, number, organisation_id, type, text, channel, received_at)
        values (gen_random_uuid(), $1, 99, $2, 'general', 'Opdigtet', 'tab', now())`,
      answer(at),
    ],
    [['comment', '', 'eventMissing']],
  ],
  [
    'an answer’s position changed',
    (at) => [
      `update answer set position = 'withRemarks' where hearing_id = $1 and organisation_id = $2`,
      answer(at),
    ],
    differs('answer', 'position'),
  ],
  [
    'a document exchanged under its hash',
    (at) => [
      `update version set clauses = jsonb_set(clauses, '{0,text}', '"Andet"') where id = $1`,
      [at.versionId],
    ],
    differs('version', 'document'),
  ],
  [
    'a deadline moved',
    (at) => [`update hearing set deadline = deadline + interval '1 day' where id = $1`, [at.hearingId]],
    differs('hearing', 'deadline'),
  ],
  [
    'one who was heard taken off the list',
    (at) => ['delete from heard where hearing_id = $1 and organisation_id = $2', answer(at)],
    differs('hearing', 'heard'),
  ],
];
