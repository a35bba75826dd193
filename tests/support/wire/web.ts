import { pino } from 'pino';
import { createWeb, type Serving, type Web } from '../../../bot/web/server.ts';

const nobodyAtHome = {
  house: {},
  log: pino({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1',
  admission: {
    rates: { person: () => null, stranger: () => null },
    trustedProxies: 0,
    signIn: async () => null,
    fromChannel: async () => false,
  },
  messages: async () => ({ status: 200 }),
  health: {},
  metrics: { token: 'the right words', local: false },
  tab: { appId: 'x', local: false },
  notices: { operator: null, contact: null },
  calendar: { tabLink: String },
  consent: { tenants: [] },
  clock: { now: () => new Date() },
};
/** A server with every door and nobody behind them. */
export const web = (more: object = {}): Web => createWeb({ ...nobodyAtHome, ...more } as unknown as Serving);
