import { canonicalJson, sha256 } from '../../process/frame/trail.ts';
import { listComments, type CommentListed } from './comments.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { answerOf } from './hearings.ts';
import { allFor } from '../frame/loader.ts';
import type { AnswerRow } from '../schema.ts';

/** One organisation that the sender of an answer names, and what came of it. */
export interface Proposal {
  senderId: string;
  senderName: string;
  organisationId: string;
  bound: boolean;
  askedAt: Date | null;
  declinedAt: Date | null;
  fellAt: Date | null;
  saidNoAt: Date | null;
}

const selectProposals = `
  select a.hearing_id, a.organisation_id as sender_id, o.name as sender_name, k.organisation_id,
    exists (select from answer b where b.hearing_id = a.hearing_id and b.organisation_id = k.organisation_id
      and b.sender_id = a.organisation_id) as bound,
    p.asked_at, p.declined_at, p.fell_at, p.said_no_at
  from answer a
  cross join lateral unnest(a.joint_with) as k (organisation_id)
  join organisation o on o.id = a.organisation_id
  left join joint_proposal p on p.hearing_id = a.hearing_id and p.sender_id = a.organisation_id
    and p.organisation_id = k.organisation_id
  where a.hearing_id = any($1::uuid[]) and a.joint_with <> '{}' and coalesce(a.sender_id, a.organisation_id) = a.organisation_id
    and k.organisation_id <> a.organisation_id
  order by o.name, a.organisation_id, k.organisation_id`;

/** Who is named in whose answer, as the answers are now. */
export const proposalsIn: (db: Reader, hearingId: string) => Promise<Proposal[]> = allFor<
  Proposal & { hearingId: string }
>(selectProposals, 'hearingId');

export const proposalsTo = async (
  db: Reader,
  hearingId: string,
  organisationId: string,
): Promise<Proposal[]> =>
  (await proposalsIn(db, hearingId)).filter((one) => one.organisationId === organisationId);

/** What a co-sender puts its name to. */
export interface Words {
  position: AnswerRow['position'];
  reservation: string | null;
  comments: CommentListed[];
  /** Stands for all of it. */
  fingerprint: string;
}

const most = 10_000;

/** The sender's answer and the comments that went along. */
export async function wordsOf(db: Reader, hearingId: string, senderId: string): Promise<Words | null> {
  const answer = await answerOf(db, hearingId, senderId);
  if (!answer) return null;
  const to = { organisationId: null, secretariat: false };
  const comments = await listComments(db, { hearingId, organisationId: senderId, to, limit: most });
  const { position, reservation } = answer;
  const said = comments.map(({ id, clause, type, text, proposedChange }) => [
    id,
    clause,
    type,
    text,
    proposedChange,
  ]);
  return {
    position,
    reservation,
    comments,
    fingerprint: sha256(canonicalJson([position, reservation, said])),
  };
}

export interface Asked {
  organisationId: string;
  words: string;
  declinedAt: Date | null;
}

const lockAsked = `
  select organisation_id, words, declined_at from joint_proposal
  where hearing_id = $1 and sender_id = $2 order by organisation_id for update`;
const selectBound = `
  select organisation_id from answer where hearing_id = $1 and sender_id = $2 and organisation_id <> $2`;

/** Whom the sender has asked, held until commit. */
export const askedBy = (trx: Trx, hearingId: string, senderId: string): Promise<Asked[]> =>
  rowsOf<Asked>(trx, lockAsked, [hearingId, senderId]);

export const boundTo = async (db: Reader, hearingId: string, senderId: string): Promise<string[]> =>
  (await rowsOf<{ organisationId: string }>(db, selectBound, [hearingId, senderId])).map(
    (row) => row.organisationId,
  );

interface One {
  hearingId: string;
  senderId: string;
  organisationId: string;
}
const valuesOf = ({ hearingId, senderId, organisationId }: One): string[] => [
  hearingId,
  senderId,
  organisationId,
];

const upsert = `
  insert into joint_proposal (hearing_id, sender_id, organisation_id, words, asked_at, fell_at)
  values ($1, $2, $3, $4, $5, case when $6 then $5::timestamptz end)
  on conflict (hearing_id, sender_id, organisation_id) do update
    set words = excluded.words, asked_at = excluded.asked_at, declined_at = null,
      fell_at = coalesce(excluded.fell_at, joint_proposal.fell_at),
      said_no_at = coalesce(joint_proposal.declined_at, joint_proposal.said_no_at)`;

/** Asks about these words. `fell`: a yes to others no longer counts. */
export const putProposal = async (
  trx: Trx,
  one: One,
  { words, at, fell }: { words: string; at: Date; fell: boolean },
): Promise<void> => void (await rowsOf(trx, upsert, [...valuesOf(one), words, at, fell]));

const decline = `
  insert into joint_proposal (hearing_id, sender_id, organisation_id, words, asked_at, declined_at)
  values ($1, $2, $3, $4, $5, $5)
  on conflict (hearing_id, sender_id, organisation_id) do update
    set declined_at = excluded.declined_at, fell_at = null, said_no_at = null`;
const accepted = `
  insert into joint_proposal (hearing_id, sender_id, organisation_id, words, asked_at)
  values ($1, $2, $3, $4, $5)
  on conflict (hearing_id, sender_id, organisation_id) do update
    set words = excluded.words, declined_at = null, fell_at = null, said_no_at = null`;

export const markDeclined = async (trx: Trx, one: One, words: string, at: Date): Promise<void> =>
  void (await rowsOf(trx, decline, [...valuesOf(one), words, at]));
export const markAccepted = async (trx: Trx, one: One, words: string, at: Date): Promise<void> =>
  void (await rowsOf(trx, accepted, [...valuesOf(one), words, at]));

const drop = `delete from joint_proposal where hearing_id = $1 and sender_id = $2 and organisation_id = $3`;
export const dropProposal = async (trx: Trx, one: One): Promise<void> =>
  void (await rowsOf(trx, drop, valuesOf(one)));

const unbind = `
  delete from answer where hearing_id = $1 and sender_id = $2 and organisation_id = $3 and organisation_id <> sender_id
  returning organisation_id`;

/** Takes away an answer that is the sender's. An answer of its own stands: who answered alone meanwhile is not touched. */
export const unbindFrom = async (trx: Trx, one: One): Promise<boolean> =>
  (await rowsOf(trx, unbind, valuesOf(one))).length > 0;
