import type { Received } from './process/draft/file.ts';
import type { NoticeKind, SendOutcome } from './process/reach/messages.ts';
import type { Refusal } from './process/frame/refusals.ts';
import type { MeetingResponse } from './process/scheduling/meetingKinds.ts';
import type { Presence } from './process/frame/presence.ts';

/** What the process needs from outside, in its own words. The gateways in teams/ and graph/ provide it. */

/** Everything a chat shows for one message. `card` is an Adaptive Card; the rest is for notifications and readers. */
export interface ChatMessage {
  card: object;
  /** The card as JSON, where measuring it has made that already: large, and not to be made twice. */
  json?: string;
  summary: string;
  text: string;
}

export interface Address {
  conversationId: string;
  serviceUrl: string;
  tenantId: string;
}

export interface Messenger {
  /** One message to one chat. Never throws: what happened is the outcome. */
  send(to: Address, message: ChatMessage): Promise<SendOutcome>;
  /** Replaces a message that was sent before; repeating it is harmless. */
  update(to: Address, activityId: string, message: ChatMessage): Promise<SendOutcome>;
}

/** Who we ask the platform about, in one meeting. */
export interface PresenceQuestion extends Address {
  meetingId: string;
  objectIds: string[];
}
export interface Meetings {
  /** Is each of these people in the meeting now? Keys are the object ids asked for. */
  presence(question: PresenceQuestion): Promise<Record<string, Presence>>;
  /** What the platform knows of the meeting a chat belongs to; null when it cannot say. */
  info(address: Address, meetingId: string): Promise<{ joinUrl: string | null } | null>;
}

/** Looks into what comes in, before anybody else can fetch it. */
export interface Inspector {
  /** Null: it may be let in. */
  inspect(file: Received): Promise<Refusal | null>;
}

export interface MailMessage {
  subject: string;
  html: string;
}

export interface Mail {
  /** One message to one address. Never throws: what happened is the outcome. */
  send(to: string, message: MailMessage): Promise<SendOutcome>;
}

/** One line in Teams' activity feed, and what it opens. */
export interface Notice {
  kind: NoticeKind;
  text: string;
  link: string;
}

export interface Feed {
  /** To somebody in the team. Never throws: what happened is the outcome. */
  notify(teamId: string, objectId: string, notice: Notice): Promise<SendOutcome>;
}

/** Somebody in the host team or in one of the secretariat's groups, as Entra knows them. */
export interface DirectoryPerson {
  objectId: string;
  displayName: string;
  /** A hint at most: it proves no organisation. */
  email: string | null;
  guest: boolean;
}

/** Who came and who went since the last time, by group. */
export interface DirectoryChanges {
  groups: { groupId: string; joined: DirectoryPerson[]; left: string[] }[];
  /** Who has joined and cannot be shown yet. */
  unnamed: string[];
  /** Where the next look goes on from. */
  cursor: string;
}

export interface Directory {
  /** Everyone in it, in full: a list that breaks off halfway is an error, never a shorter list. */
  team(groupId: string): Promise<DirectoryPerson[]>;
  group(groupId: string): Promise<DirectoryPerson[]>;
  /** Where changes are counted from now on. */
  cursor(groupIds: string[]): Promise<string>;
  /** Null: the cursor is too old, and everything must be read in full. */
  changes(cursor: string): Promise<DirectoryChanges | null>;
}

/** What Graph tells by itself when something changes. */
export interface Watching {
  /** Asks to be told of changes to the members of a team. Returns the subscription's id and when it ends. */
  watch(teamId: string, clientState: string): Promise<{ id: string; expiresAt: Date }>;
  /** Null: Graph knows this subscription no more. */
  renew(id: string): Promise<{ expiresAt: Date } | null>;
}

/** When somebody's calendar is taken, or why it cannot be read. Never by what: that is theirs. */
export type FreeBusy =
  | { readable: true; taken: { startsAt: Date; endsAt: Date; tentative: boolean }[] }
  | { readable: false; because: string };

/** A token to make a call with. Where there is none it throws, and the call has not left. */
export type GetToken = () => Promise<string>;

/** Who has signed in to the tab, with the token that proves it: what is asked in their name they must allow. */
export interface OwnToken {
  token: string;
  tenantId: string;
  address: string;
}

/** Somebody's own calendar, asked in their own name. */
export interface OwnCalendar {
  /** What may pass is thrown instead. */
  freeBusy(
    person: OwnToken,
    from: Date,
    to: Date,
  ): Promise<
    (FreeBusy & { readable: true }) | { readable: false; because: 'consentNeeded' | 'calendarUnreadable' }
  >;
}

export interface CalendarEvent {
  title: string;
  html: string;
  startsAt: Date;
  endsAt: Date;
  attendees: { name: string; address: string }[];
}

/** The secretariat's calendar, and the free and busy times of others that it may see. */
export interface Calendar {
  /** Every address asked for is a key of the answer. */
  freeBusy(addresses: string[], from: Date, to: Date): Promise<Map<string, FreeBusy>>;
  /** An event with an online meeting; the same key again is the same event. */
  create(key: string, event: CalendarEvent): Promise<{ id: string; joinUrl: string | null }>;
  /** False: the event is there no more. The body stays as it was called: the online meeting's own text is in it. */
  change(id: string, event: Omit<CalendarEvent, 'html'>): Promise<boolean>;
  /** Tells those who were called. An event that is gone already is cancelled. */
  cancel(id: string, comment: string): Promise<void>;
  /** How those who were called answered; null: the event is there no more. */
  answers(
    id: string,
  ): Promise<{ address: string; response: MeetingResponse | null; at: Date | null }[] | null>;
}

/** The chats of online meetings. */
export interface MeetingChats {
  /** Null: Teams knows no meeting with this link, or not yet. */
  threadOf(joinUrl: string): Promise<string | null>;
  /** Puts the app into the chat; being there already is a success. */
  enter(threadId: string): Promise<void>;
}

/** What came of asking Teams for something: done, or refused for good and why. What may pass is thrown instead. */
export type Asked<T> = { done: T } | { refused: Refused };
export type Refused = 'denied' | 'notFound' | 'nameTaken' | 'changed' | 'refused';

export interface TeamChannel {
  id: string;
  name: string;
  url: string | null;
}

/** The channels of the host team. */
export interface Channels {
  all(teamId: string): Promise<Asked<TeamChannel[]>>;
  /** A standard channel: guests cannot be in a shared one. */
  create(teamId: string, name: string, description: string): Promise<Asked<TeamChannel>>;
  /** The app's tab, opening on one page of it; pinned already is done. */
  pin(teamId: string, channelId: string, tab: { name: string; page: string }): Promise<Asked<void>>;
}

/** The way of people into Teams. Each may be repeated: who is there already is done. */
export interface Accounts {
  /** Null: inviting guests is not this app's to do. Tells the object id of the guest. */
  invite: ((person: { address: string; name: string; locale: 'da' | 'en' }) => Promise<Asked<string>>) | null;
  join(teamId: string, objectId: string, guest: boolean): Promise<Asked<void>>;
  /** The app in the person's own hands, so that the bot may write to them. */
  install(objectId: string): Promise<Asked<void>>;
}

/** Where a channel keeps its documents. */
export interface Folder {
  driveId: string;
  folderId: string;
}
export interface KeptCopy {
  driveId: string;
  itemId: string;
  /** Changes when anybody changes the copy. */
  etag: string;
  url: string | null;
}
/** What is to be copied; `over`: as the next version of that copy, if it is still as it was. */
export interface CopyOf {
  name: string;
  size: number;
  over: { itemId: string; etag: string } | null;
  parts(): AsyncIterable<Buffer>;
  /** Told how many bytes have gone. */
  sent(bytes: number): Promise<void>;
}

/** Documents where people work with them. */
export interface Files {
  /** Without a channel: the team's general one. */
  folder(teamId: string, channelId: string | null): Promise<Asked<Folder>>;
  put(folder: Folder, file: CopyOf): Promise<Asked<KeptCopy>>;
  /** Null: the copy is there no more. */
  etag(copy: Pick<KeptCopy, 'driveId' | 'itemId'>): Promise<string | null>;
  /** Lets these addresses read it, whoever the folder lets in. */
  share(copy: Pick<KeptCopy, 'driveId' | 'itemId'>, addresses: string[]): Promise<Asked<void>>;
  /** Ends what was shared with them; a copy that is there no more needs nothing. */
  unshare(
    copy: Pick<KeptCopy, 'driveId' | 'itemId'>,
    people: { email: string; objectId: string | null }[],
  ): Promise<Asked<void>>;
}

export interface Clock {
  now(): Date;
}
/** Who signs tokens, and with which keys. */
export interface Issuer {
  issuer: string;
  /**
   * The key that a token's header names. Throws what jose says of a token that is none of its, and `Unavailable` while nobody
   * can say: a token is never called bad because its keys could not be had.
   */
  keyOf(header: { alg?: string; kid?: string }, token: object): Promise<CryptoKey>;
  /** As it was published. */
  published(kid: string | undefined): object | undefined;
}
/** By the address of its metadata; throws `Unavailable`. */
export type Issuers = (metadataUrl: string) => Promise<Issuer>;

/** Has each distinct token verified once: what it was found to be holds until it ends. A refusal is not remembered. */
export type RememberTokens = <C extends { exp?: number | undefined } | null>(
  verify: (token: string) => Promise<C>,
) => (token: string) => Promise<C>;

/** The time that tokens are judged by: one for all replicas, and not what development has moved. */
export interface TokenClock {
  realMs(): number;
}
