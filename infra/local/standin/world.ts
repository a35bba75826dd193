import { EventEmitter } from 'node:events';
import { createFaults } from './network/faults.ts';
import { createThrottle } from './graph/throttle.ts';
import { createLimits } from './network/limits.ts';
import { createLookups } from './lookups.ts';
import { createNames } from './names.ts';
import { openStore } from './state.ts';
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
  /** The app's id in the tenant's catalogue, which is neither its Entra id nor that of its manifest. */
  catalogAppId?: string;
  /** Keeps people, chats and keys over a restart. */
  stateFile?: string;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

export async function createWorld(options: PlatformOptions) {
  const store = openStore(options.stateFile);
  const { state } = store;
  const events = new EventEmitter().setMaxListeners(0);
  const address = { origin: '', appUrl: options.appUrl ?? '' };
  const origin = () => address.origin;
  const tokens = await createTokens(store, {
    origin,
    appId: options.appId,
    tenantId: options.tenantId,
  });

  return {
    options: {
      botName: 'POGI',
      host: '127.0.0.1',
      catalogAppId: 'ca7a1096-0000-4000-8000-000000000001',
      ...options,
    },
    address,
    store,
    state,
    tokens,
    events,
    faults: createFaults(),
    limits: createLimits(),
    throttle: createThrottle(),
    /** Notifications of Graph get lost while this is on. */
    losing: { notifications: false },
    traffic: [] as string[],
    serviceUrl: () => `${address.origin}/connector/`,
    /** What the app's clock shows. */
    now: () => new Date(Date.now() + state.clockOffset).toISOString(),
    changed: (what: { conversationId?: string; kind: string }) => {
      store.changed();
      events.emit('change', what);
    },
    ...createNames(state, options.appId),
    ...createLookups(state),
  };
}
