import { z } from 'zod';
import { aboutKinds } from '../../process/frame/about.ts';
import { deliveryStates, messageKinds } from '../../process/reach/messages.ts';
import { fields, organisationKinds } from '../../process/people/organisation.ts';
import { reachSteps, ways } from '../../process/reach/reach.ts';
import { allowed, id, instant, page, text } from '../frame/shapes.ts';

/** How a person is reached now, and what personal cards still lack. */
export const reach = z.object({
  way: z.enum(ways),
  said: text,
  lacks: z.array(
    z.object({
      step: z.enum(reachSteps),
      what: text,
      /** When Teams was last asked; null: never. */
      askedAt: instant.nullable(),
      failure: text.nullable(),
    }),
  ),
});
export type ReachView = z.infer<typeof reach>;

export const person = z.object({
  id,
  displayName: z.string(),
  /** For the secretariat and the person's own organisation; null for others. */
  email: z.string().nullable(),
  fields: z.array(z.enum(fields)),
  roles: z.array(z.enum(['representative', 'deputy', 'contact', 'chair'])),
  /** Secretariat only; null for others. */
  reach: reach.nullable(),
  /** Has left the host team, or had their place ended. */
  left: z.boolean(),
  /** Of the secretariat and in a seat too, or kept out of it by the seat. Secretariat only; null for others. */
  ofSecretariat: z.enum(['both', 'held']).nullable(),
  /** Numbers of the cases whose working group they sit in. Secretariat only; null for others. */
  groups: z.array(z.string()).nullable(),
  /** In the steering group's group of Entra? Secretariat only, and only where one is configured. */
  inSteeringGroup: z.boolean().nullable(),
});

export const member = z.object({
  id,
  name: z.string(),
  kind: z.enum(organisationKinds),
  joined: z.string().nullable(),
  /** Who answers in hearings now; null: nobody who is there. */
  answererId: id.nullable(),
  people: z.array(person),
});

export const members = page(member).extend({ allowed: z.array(allowed) });

export const me = z.object({
  personId: id,
  displayName: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  secretariat: z.boolean(),
  chair: z.boolean(),
  roles: z.array(z.enum(['representative', 'deputy', 'contact', 'chair'])),
  locale: z.enum(['da', 'en']),
  /** Server time, so that a page can say how long is left. */
  now: instant,
  allowed: z.array(allowed),
});

export const taskKinds = [
  'answerHearing',
  'castBallot',
  'disposeComments',
  'openHearing',
  'putToVote',
  'closeVote',
  'decideTie',
  'confirmRules',
  'linkMeeting',
  'unreached',
  'registerNewcomers',
  'representativeLeft',
  'answererMissing',
  'confirmSync',
  'answerPoll',
  'settleTime',
  'meetingFailed',
] as const;

/** Something that awaits the reader. */
export const task = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  title: text,
  due: instant.nullable(),
  /** Null: the house itself. */
  about: z.object({ kind: z.enum(aboutKinds), id }).nullable(),
  /** The same by name, and what it belongs to. */
  revisionId: id.nullable(),
  hearingId: id.nullable(),
  voteId: id.nullable(),
  meetingId: id.nullable(),
  schedulingId: id.nullable(),
});
export const tasks = page(task);

export const delivery = z.object({
  /** A number, as text. */
  id: z.string(),
  /** Null when the message went to a shared chat or channel. */
  personId: id.nullable(),
  personName: z.string().nullable(),
  organisationName: z.string().nullable(),
  message: z.enum(messageKinds),
  channel: z.enum(['personal', 'team', 'meeting', 'mail']),
  state: z.enum(deliveryStates),
  reason: z.string().optional(),
  activityId: z.string().optional(),
  attempts: z.int(),
  at: instant,
  /** The line in Teams' activity feed beside a mail. */
  feed: z
    .object({ state: z.enum(['sending', 'accepted', 'failed', 'cancelled']), reason: z.string().optional() })
    .optional(),
});
export const deliveries = page(delivery).extend({ allowed: z.array(allowed) });

export const trailItem = z.object({
  /** Its place in the case. */
  id: z.string(),
  /** Null while the event is not yet sealed into the chain (at most a second). */
  seq: z.int().nullable(),
  /** Like `actor`, `type` and `data` null while the event is sealed for the reader. */
  at: instant.nullable(),
  /** As it is hashed. */
  actor: z.object({ personId: id.nullable(), organisationId: id.nullable() }).nullable(),
  by: z.object({ name: z.string(), organisationName: z.string().nullable() }),
  type: z.string().nullable(),
  /** A sealed answer, a ballot of an open vote, words that were taken back. */
  data: z.unknown(),
  sentence: text,
  /** Null from the first event on that is sealed for the reader and has no digest: what it says could be guessed. */
  hash: z.string().nullable(),
  previous: z.string().nullable(),
  /** Of what was sealed with a salt: it stands for what the event says, also where that may not be read. */
  digest: z.string().nullable(),
  /** With what may be read, so that anyone can make the digest again. */
  salt: z.string().nullable(),
});
export const difference = z.object({
  /** `sealed`: it may not be told what. */
  thing: z.string(),
  field: z.string(),
  how: z.string(),
  sentence: text,
});

/** That a chain stood under a head: its end is a leaf, and up the path from there comes the root that the head has. */
export const trailAnchor = z.object({
  n: z.int(),
  at: instant,
  fingerprint: z.string(),
  /** The first head over the end of a vote or a hearing; else the newest there is. */
  closing: z.boolean(),
  /** The link that the chain ended with. */
  seq: z.int(),
  /** Its hash; null, and the salt too, while it is not told to this reader. */
  hash: z.string().nullable(),
  salt: z.string().nullable(),
  leaf: z.string(),
  path: z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() })),
  /** Whether the chain still has that link. */
  fits: z.boolean(),
});

export const trail = page(trailItem).extend({
  /** Newest first. */
  anchors: z.array(trailAnchor),
  verification: z.object({
    ok: z.boolean(),
    checked: z.int(),
    unsealed: z.int(),
    brokenAt: z.int().nullable(),
    /** When a job last held the chain against what it was, and the records against the chain; null: not yet. */
    verifiedAt: instant.nullable(),
    /** What does not fit; of what is sealed from the reader only how many. */
    differences: z.array(difference),
  }),
});

export type MemberView = z.infer<typeof member>;
export type MembersView = z.infer<typeof members>;
export type MeView = z.infer<typeof me>;
export type TaskView = z.infer<typeof task>;
export type DeliveryView = z.infer<typeof delivery>;
export type DifferenceView = z.infer<typeof difference>;
export type TrailView = z.infer<typeof trail>;
export type TrailAnchor = z.infer<typeof trailAnchor>;
export type TrailItem = z.infer<typeof trailItem>;
