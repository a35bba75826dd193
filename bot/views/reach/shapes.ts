import { z } from 'zod';
import { directorySources } from '../../process/reach/directory.ts';
import { allowed, id, instant, page, text } from '../frame/shapes.ts';

/** Someone in the host team whom the register does not know. */
export const newcomer = z.object({
  /** The Entra object id. */
  id: z.uuid(),
  displayName: z.string(),
  email: z.string().nullable(),
  guest: z.boolean(),
  /** By the domain of the address: a proposal. */
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  /** Registered with the same address and without an account. */
  personId: id.nullable(),
});
export const newcomers = page(newcomer).extend({ allowed: z.array(allowed) });

export const directorySource = z.object({
  source: z.enum(directorySources),
  name: text,
  groupId: z.string(),
  people: z.int(),
  /** Read in full. */
  readAt: instant.nullable(),
  /** Looked at, in full or for changes. */
  checkedAt: instant.nullable(),
  failedAt: instant.nullable(),
  failure: z.string().nullable(),
  /** That some could not be read, and how many. */
  unread: text.nullable(),
  plan: z
    .object({
      at: instant,
      held: z.boolean(),
      joined: z.array(z.string()),
      left: z.array(z.string()),
      sentence: text,
    })
    .nullable(),
});

export const graphCall = z.object({
  name: z.string(),
  does: text,
  permission: z.string(),
  /** Null: not asked yet. */
  ok: z.boolean().nullable(),
  okAt: instant.nullable(),
  failedAt: instant.nullable(),
  status: z.int().nullable(),
  code: z.string().nullable(),
  /** What to ask the administrator for, when the permission is what is missing. */
  ask: text.nullable(),
  /** Can be tried by `testConnection`. */
  testable: z.boolean(),
});

/** The operator's own scanner of files; never on unless somebody set it up. */
export const malwareScan = z.object({
  on: z.boolean(),
  /** Null: nothing was scanned yet. */
  ok: z.boolean().nullable(),
  okAt: instant.nullable(),
  failedAt: instant.nullable(),
  name: text,
  sentence: text,
});

/** Whether the app's own role in the database could change what the trail says. */
export const trailGuard = z.object({ weak: z.boolean(), name: text, sentence: text });

/** What the job that verifies the trail has found, in all cases together. */
export const trailVerification = z.object({
  findings: z.int(),
  cases: z.int(),
  /** Since when all of it has been looked at; null: it has not yet. */
  oldestAt: instant.nullable(),
  name: text,
  sentence: text,
});

/** The newest head over the trail, and whether whoever may write in the database could sign one too. */
export const trailHeads = z.object({
  n: z.int().nullable(),
  at: instant.nullable(),
  /** Of the key that signs. */
  key: z.string().nullable(),
  weak: z.boolean(),
  name: text,
  sentence: text,
});

export const connections = z.object({
  configured: z.boolean(),
  sources: z.array(directorySource),
  subscriptions: z.array(z.object({ id: z.string(), source: z.string(), expiresAt: instant })),
  calls: z.array(graphCall),
  malwareScan,
  trailGuard,
  trailVerification,
  trailHeads,
  allowed: z.array(allowed),
});

export type NewcomersView = z.infer<typeof newcomers>;
export type ConnectionsView = z.infer<typeof connections>;
export type DirectorySource = z.infer<typeof directorySource>;
export type SyncPlan = NonNullable<DirectorySource['plan']>;
export type GraphCall = z.infer<typeof graphCall>;
