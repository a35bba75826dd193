import type { Generated } from 'kysely';
import type { AboutKind } from '../../process/frame/about.ts';

export interface EventRow {
  id: Generated<string>;
  caseId: string;
  at: Date;
  actor: { personId: string | null; organisationId: string | null };
  type: string;
  data: Record<string, unknown>;
}
export interface SealRow {
  eventId: string;
  caseId: string;
  seq: number;
  previous: string;
  hash: string;
  form: Generated<1 | 2>;
  salt: string | null;
  digest: string | null;
}
export interface FindingRow {
  id: Generated<string>;
  caseId: string;
  /** Who looks for findings of this kind, and settles them. */
  part: string;
  thing: string;
  thingId: string;
  field: string;
  how: string;
  foundAt: Date;
  toldAt: Date | null;
  goneAt: Date | null;
}
export interface ConversationRow {
  id: string;
  kind: 'personal' | 'team' | 'meeting';
  personId: string | null;
  objectId: string | null;
  serviceUrl: string;
  tenantId: string;
  teamId: string | null;
  updatedAt: Date;
}
export interface DeliveryRow {
  id: Generated<string>;
  personId: string | null;
  conversationId: string | null;
  message: string;
  aboutKind: AboutKind;
  aboutId: string;
  occasion: Generated<string>;
  channel: 'personal' | 'team' | 'meeting' | 'mail';
  state: Generated<'queued' | 'sending' | 'accepted' | 'actedOn' | 'failed' | 'uncertain' | 'cancelled'>;
  reason: string | null;
  activityId: string | null;
  attempts: Generated<number>;
  dueAt: Generated<Date>;
  claimedAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
  /** When this mail may leave; null: it has no moment yet. */
  mailSlot: Date | null;
  /** What became of the line in the activity feed beside a mail; null: there is none. */
  feedState: 'sending' | 'accepted' | 'failed' | 'cancelled' | null;
  feedReason: string | null;
  feedAt: Date | null;
  /** Of a shared card as it was last put; null: nobody knows. */
  shownHash: string | null;
  /** Of a shared card, in real time: when somebody took it in hand to edit it, and when it was last looked at. */
  editingAt: Date | null;
  lookedAt: Date | null;
  /** How often in a row it could not be edited. */
  editFailures: Generated<number>;
  /** When it was last seen to show what it should, by the clock of the cases. */
  shownAt: Date | null;
}
