import { z } from 'zod';
import { fileStates } from '../../process/draft/file.ts';
import { hearingKinds } from '../../process/hearing/hearing.ts';
import { revisionStates } from '../../process/case/revision.ts';
import { tracks } from '../../process/case/track.ts';
import { clauseKinds, versionKinds } from '../../process/case/version.ts';
import { readinesses } from '../../process/overview/next.ts';
import { groupFields } from '../../process/group/workingGroup.ts';
import { reach } from '../people/shapes.ts';
import { allowed, finding, id, instant, named, page, text } from '../frame/shapes.ts';

export const clause = z.object({
  number: z.string(),
  kind: z.enum(clauseKinds),
  heading: z.string(),
  text: z.string(),
});

export const version = z.object({
  id,
  number: z.int(),
  kind: z.enum(versionKinds),
  title: z.string(),
  /** SHA-256 of the document, hex: what a vote is about. */
  hash: z.string(),
  createdAt: instant,
  clauses: z.array(clause),
});

/** Counts of a hearing that everybody may know; `withRemarks` and `comments` are null while sealed for the reader. */
export const hearingSummary = z.object({
  id,
  ref: z.string(),
  kind: z.enum(hearingKinds),
  state: z.enum(['open', 'closed']),
  opensAt: instant,
  deadline: instant,
  versionId: id,
  heard: z.int(),
  answered: z.int(),
  /** As of when others' answers are counted, while they are sealed for the reader; null: now. */
  answeredAsOf: instant.nullable(),
  withRemarks: z.int().nullable(),
  comments: z.int().nullable(),
  unanswered: z.int().nullable(),
});

export const voteSummary = z.object({
  id,
  motion: z.string(),
  state: z.enum(['open', 'closed']),
  rehearsal: z.boolean(),
  meetingId: id,
  meetingTitle: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  cast: z.int(),
  entitled: z.int(),
  carried: z.boolean().nullable(),
});

/** A row of the status page. `stage` is where on the line of nine stages it stands, also for side states. */
export const revisionRow = z.object({
  id,
  ref: z.string(),
  goalNumber: z.int().nullable(),
  title: z.string(),
  track: z.enum(tracks),
  year: z.int(),
  state: z.enum(revisionStates),
  stage: z.enum(revisionStates),
  /** Stages behind it that did not take place: what they are for was not held. */
  skipped: z.array(z.enum(revisionStates)),
  lead: named.nullable(),
  /** Member organisations in the working group; null until it is formed. */
  represented: z.int().nullable(),
  nextDeadline: z.object({ at: instant, what: text }).nullable(),
  hearing: hearingSummary.nullable(),
  vote: voteSummary.nullable(),
  /** What must happen next and who does it. */
  next: z.object({ what: text, who: text }),
  /** What the gate of the next step misses. */
  blocking: z.array(finding),
  /** Whether something is missing that somebody must see to, or it is ready for the steering group. */
  readiness: z.enum(readinesses),
  awaitsMe: z.boolean(),
});

/** The case's working group, and its channel in the host team. */
export const group = z.object({
  formedAt: instant,
  represented: z.int(),
  channel: z.object({
    state: z.enum(['waiting', 'done', 'failed']),
    url: z.string().nullable(),
    reason: text.nullable(),
    at: instant.nullable(),
  }),
  seats: z.array(
    z.object({
      personId: id,
      displayName: z.string(),
      organisationId: id.nullable(),
      organisationName: z.string().nullable(),
      field: z.enum(groupFields),
      since: instant,
      left: z.boolean(),
      /** Secretariat only; null for others. */
      reach: reach.nullable(),
    }),
  ),
});

/** A whole file of the case, with where SharePoint has its copy. */
export const file = z.object({
  id,
  name: z.string(),
  /** The how-manieth of its name. */
  number: z.int(),
  size: z.int(),
  /** SHA-256 of its bytes, hex: the app's own, and what counts. */
  hash: z.string(),
  versionId: id.nullable(),
  addedAt: instant,
  state: z.enum(fileStates),
  /** Bytes of the copy so far, while it is made. */
  sent: z.int(),
  url: z.string().nullable(),
  reason: text.nullable(),
});

export const revision = revisionRow.extend({
  createdAt: instant,
  versions: z.array(version),
  hearings: z.array(hearingSummary),
  votes: z.array(voteSummary),
  group: group.nullable(),
  files: z.array(file),
  /** Bytes that a file may have at most. */
  largestFile: z.int(),
  allowed: z.array(allowed),
});

export const revisions = page(revisionRow);

export type Clause = z.infer<typeof clause>;
export type VersionView = z.infer<typeof version>;
export type HearingSummary = z.infer<typeof hearingSummary>;
export type VoteSummary = z.infer<typeof voteSummary>;
export type FileView = z.infer<typeof file>;
export type GroupView = z.infer<typeof group>;
export type RevisionRow = z.infer<typeof revisionRow>;
export type RevisionView = z.infer<typeof revision>;
