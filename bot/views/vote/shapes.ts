import { z } from 'zod';
import { bases, casters, choices, means, thresholds, ties } from '../../process/vote/vote.ts';
import { allowed, anchor, id, instant, text } from '../frame/shapes.ts';

export const rule = z.object({
  base: z.enum(bases),
  threshold: z.enum(thresholds),
  tie: z.enum(ties),
  quorum: z.number(),
  secrecy: z.literal('open'),
  deputies: z.boolean(),
});

export const ballot = z.object({
  organisationId: id,
  organisationName: z.string(),
  choice: z.enum(choices),
  means: z.enum(means),
  by: z.enum(casters),
  castAt: instant,
  statement: z.string().nullable(),
  /** The deputy cast it because the representative had declared an interest: the minutes say so. */
  representativeRecused: z.boolean(),
});

export const vote = z.object({
  id,
  state: z.enum(['open', 'closed']),
  rehearsal: z.boolean(),
  motion: z.string(),
  versionHash: z.string(),
  version: z.object({ id, number: z.int(), title: z.string() }),
  revision: z.object({ id, ref: z.string(), goalNumber: z.int().nullable(), title: z.string() }),
  meeting: z.object({ id, title: z.string(), startsAt: instant }),
  rule,
  /** The rule as printed on card, result and minutes. */
  ruleText: text,
  /** Whether the rule asks who is there: only then does its result know it of those who did not vote. */
  presenceCounts: z.boolean(),
  reason: z.string().nullable(),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Of an open vote: since when its meeting has been over; null: it is not. */
  meetingOverAt: instant.nullable(),
  /** Then: until when ballots still count; null: none does any more. */
  countsUntil: instant.nullable(),
  /** Ballots cast, never how, while open. */
  cast: z.int(),
  entitled: z.int(),
  /** Null while open. */
  tally: z.object({ for: z.int(), against: z.int(), abstain: z.int(), recused: z.int() }).nullable(),
  base: z.int().nullable(),
  present: z.int().nullable(),
  quorumNeeded: z.int().nullable(),
  outcome: z.enum(['carried', 'notCarried', 'inquorate', 'tied']).nullable(),
  /** Null while open, and while the chair has a tie to decide. */
  carried: z.boolean().nullable(),
  /** The head over the trail that its end stands under, once there is one: from then on nobody changes it unseen. */
  anchor: anchor.nullable(),
  /** `14 for, 6 imod, 2 undlod at stemme, 1 inhabil, 2 afgav ikke stemme, af 25; 14 > 10 → godkendt` */
  arithmetic: text.nullable(),
  /** While open: the reader's own organisation's only. After closing: everybody's; of a rehearsal none. */
  ballots: z.array(ballot),
  /**
   * Entitled organisations and whether a ballot is in; for the secretariat and the chair while open, for all after;
   * of a closed rehearsal none. Present is whom the count takes for it: whoever has voted, and whoever is marked.
   */
  turnout: z.array(
    z.object({ organisationId: id, organisationName: z.string(), cast: z.boolean(), present: z.boolean() }),
  ),
  mine: z
    .object({
      organisationId: id,
      organisationName: z.string(),
      seat: z.enum(['representative', 'deputy']).nullable(),
      /** Why this reader may not cast, in words; null when they may. */
      why: text.nullable(),
      ballot: ballot.nullable(),
      /** Stands for the statement that is saved, as it is now. */
      seen: z.string(),
    })
    .nullable(),
  allowed: z.array(allowed),
});

export const rules = z.object({
  current: rule,
  text,
  confirmed: z.boolean(),
  confirmedAt: instant.nullable(),
  allowed: z.array(allowed),
});

export type VoteView = z.infer<typeof vote>;
export type RulesView = z.infer<typeof rules>;
