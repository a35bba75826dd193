import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createFaults } from './faults.ts';
import { createLimits } from './limits.ts';
import type { Call } from './http.ts';
import { WireError } from './http.ts';
import { openStore } from './state.ts';
import type { Conversation, Meeting, Person, State } from './state.ts';
import { createTokens } from './tokens.ts';

export type PlatformOptions = {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Where the app listens; may be told later. */
  appUrl?: string;
  appId: string;
  appPassword: string;
  tenantId: string;
  botName?: string;
  /** Keeps people, chats and keys over a restart. */
  stateFile?: string;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

export async function createWorld(options: PlatformOptions) {
  const store = openStore(options.stateFile);
  const state: State = store.state;
  const events = new EventEmitter().setMaxListeners(0);
  const address = { origin: '', appUrl: options.appUrl ?? '' };
  const origin = () => address.origin;
  const tokens = await createTokens(store, {
    origin,
    appId: options.appId,
    tenantId: options.tenantId,
  });

  const need = <T>(thing: T | undefined, code: string, message: string): T => {
    if (thing === undefined) throw new WireError(404, code, message);
    return thing;
  };

  return {
    options: { botName: 'POGI', host: '127.0.0.1', ...options },
    address,
    store,
    state,
    tokens,
    events,
    faults: createFaults(),
    limits: createLimits(),
    traffic: [] as string[],
    mri: (objectId: string) => `29:1${digest(`${options.appId}:${objectId}`)}`,
    personalId: (objectId: string) => `a:1${digest(`personal:${options.appId}:${objectId}`)}`,
    serviceUrl: () => `${address.origin}/connector/`,
    /** What the app's clock shows. */
    now: () => new Date(Date.now() + state.clockOffset).toISOString(),
    /** Teams numbers activities by the millisecond; two in one millisecond still differ. */
    nextActivityId: () => {
      state.lastActivityId = Math.max(Date.now(), state.lastActivityId + 1);
      return String(state.lastActivityId);
    },
    changed: (what: { conversationId?: string; kind: string }) => {
      store.changed();
      events.emit('change', what);
    },
    person: (objectId: string): Person =>
      need(state.people[objectId], 'UserNotFound', `Nobody here has the object id ${objectId}`),
    /** By Teams' own id (29:…) or by Entra's. */
    personOf: (id: string): Person | undefined =>
      state.people[id] ?? Object.values(state.people).find((p) => p.mri === id),
    /** A channel's thread (`…;messageid=17`) belongs to its channel. */
    conversation: (id: string): Conversation =>
      need(state.conversations[id.split(';')[0] ?? id], 'ConversationNotFound', 'Conversation not found.'),
    meeting: (id: string): Meeting =>
      need(state.meetings[id], 'MeetingNotFound', 'The meeting does not exist.'),
  };
}

export const bearer = (call: Call): string => (call.headers.authorization ?? '').replace(/^Bearer /i, '');
