import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Event, FreeBusyStatus, Subscription, TeamsTab } from '@microsoft/microsoft-graph-types';
import type { JWK } from 'jose';

export type Person = {
  objectId: string;
  displayName: string;
  email: string;
  tenantId: string;
  guest: boolean;
  /** What the person is in the story, for the page: representative, deputy, contact, chair, staff. */
  posts: string[];
  mri: string;
};

export type Card = Record<string, unknown>;

export type Message = {
  id: string;
  /** The first message of its thread; channels only. */
  rootId?: string;
  /** Null: the bot. */
  from: string | null;
  text: string;
  summary: string;
  cards: Card[];
  at: string;
  editedAt?: string;
  deleted?: boolean;
  /** Rises with every edit. */
  version: number;
  /** What an invoke answered, per person: that person's own view of this message. */
  views: Record<string, { card: Card; at: string }>;
};

export type Conversation = {
  id: string;
  type: 'personal' | 'channel' | 'groupChat';
  name: string;
  members: string[];
  bot: boolean;
  teamId?: string;
  /** Channels only; the general one has none. A standard channel has its team's people. */
  membership?: 'standard' | 'private' | 'shared';
  meetingId?: string;
  messages: Message[];
};

export type Team = {
  id: string;
  groupId: string;
  name: string;
  channelId: string;
  /** Without it the first of the members. */
  owners?: string[];
};

/** A group of the directory that is no team's own. */
export type DirectoryGroup = { id: string; displayName: string; members: string[] };

/** Who came and who left, in order: what a delta token counts from. Without an object id the group itself came. */
export type MemberChange = { seq: number; groupId: string; objectId?: string; joined: boolean };

/** What the app asked to be told of, and how the telling went. */
export type KeptSubscription = {
  given: Subscription & { id: string; expirationDateTime: string };
  /** Reauthorisation has been asked for and not come. */
  paused: boolean;
  sent: number;
  dropped: number;
  failed: number;
  lastFailure: string | null;
};

export type Meeting = {
  id: string;
  conversationId: string;
  title: string;
  joinUrl: string;
  startsAt: string;
  endsAt: string;
  organizer: string | null;
  inMeeting: string[];
  state: 'scheduled' | 'running' | 'ended';
};

export type Mail = {
  id: string;
  at: string;
  from: string;
  to: { name: string; address: string }[];
  subject: string;
  contentType: string;
  content: string;
  replyTo: string[];
};

/** An event in the calendar of the one who called it, and the meeting made for it. */
export type KeptEvent = { owner: string; event: Event & { id: string }; meetingId: string | null };

export type BusyTime = { objectId: string; startsAt: string; endsAt: string; status: FreeBusyStatus };

export type KeptItem = {
  id: string;
  driveId: string;
  folderId: string;
  name: string;
  size: number;
  hash: string;
  revision: number;
  /** Addresses that were let in one by one. */
  readers: string[];
};

export type FeedLine = { id: string; at: string; objectId: string; text: string; link: string };

/** Which practice story is loaded; the page says so. */
export type Scenario = {
  name: string;
  title: { da: string; en: string };
  /** What to try next, and as whom. */
  guide?: { text: { da: string; en: string }; objectId?: string; view?: string }[];
};

export type State = {
  scenario: Scenario | null;
  keys: Record<string, JWK>;
  people: Record<string, Person>;
  conversations: Record<string, Conversation>;
  teams: Record<string, Team>;
  meetings: Record<string, Meeting>;
  mails: Mail[];
  /** Files in SharePoint, by their ids; of the content only the hash. */
  items?: Record<string, KeptItem>;
  /** Lines in people's activity feeds. */
  feed?: FeedLine[];
  groups: Record<string, DirectoryGroup>;
  memberChanges: MemberChange[];
  /** Delta tokens of another age are not known any more. */
  deltaAge: string;
  subscriptions: Record<string, KeptSubscription>;
  /** By the channel they are in. */
  tabs: Record<string, TeamsTab[]>;
  events: Record<string, KeptEvent>;
  busy: BusyTime[];
  /** What people have let the app do in their own name, by object id. */
  consents: Record<string, string[]>;
  /** Permissions an administrator has not granted. */
  denied: string[];
  /** How far the app's clock is from the real one, in milliseconds. */
  clockOffset: number;
  lastActivityId: number;
};

const empty = (): State => ({
  scenario: null,
  keys: {},
  people: {},
  conversations: {},
  teams: {},
  meetings: {},
  mails: [],
  groups: {},
  memberChanges: [],
  deltaAge: randomUUID(),
  subscriptions: {},
  tabs: {},
  events: {},
  busy: [],
  consents: {},
  denied: [],
  clockOffset: 0,
  lastActivityId: 0,
});

export type Store = { state: State; changed: () => void; flush: () => void };

/** Keeps the state in a file when one is named: written to the side and renamed, at most twice a second. */
export function openStore(file: string | undefined): Store {
  const state = empty();
  if (file) Object.assign(state, readState(file));
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  };
  const changed = () => {
    if (file) timer ??= setTimeout(flush, 500).unref();
  };
  return { state, changed, flush };
}

function readState(file: string): Partial<State> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<State>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
