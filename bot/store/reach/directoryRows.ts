import type { DirectorySource, SyncPlan } from '../../process/reach/directory.ts';

export interface DirectoryPersonRow {
  objectId: string;
  displayName: string;
  email: string | null;
  guest: boolean;
  seenAt: Date;
}
export interface SyncPlanRow extends SyncPlan {
  at: string;
  /** Too many would leave: it waits for the secretariat. Otherwise a dry run. */
  held: boolean;
  /** The team or group is there no more. */
  gone?: boolean;
  /** How many nobody could read: whichever account they have, it was not said. */
  unread?: number;
  /** Nothing is left to be done: only who could not be read is told. */
  taken?: boolean;
}
export interface DirectorySourceRow {
  source: DirectorySource;
  groupId: string;
  version: number;
  readAt: Date | null;
  checkedAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
  plan: SyncPlanRow | null;
}
export interface SubscriptionRow {
  id: string;
  groupId: string;
  clientState: string;
  expiresAt: Date;
}
export interface GraphCallRow {
  name: string;
  okAt: Date | null;
  failedAt: Date | null;
  status: number | null;
  code: string | null;
}
