import { both } from '../../../bot/i18n/index.ts';
import type { ConnectionsView, NewcomersView } from '../../../bot/views/reach/shapes.ts';
import { idOf, type Typed } from '../../support/views/views.ts';
import { verdicts } from '../frame/readers.ts';

type Source = ConnectionsView['sources'][number];
type Call = ConnectionsView['calls'][number];
type Newcomer = NewcomersView['items'][number];

const asIs: Typed = (text) => text;

export const sourceView = (typed: Typed = asIs, more: Partial<Source> = {}): Source => ({
  source: 'team',
  name: both('connection.source.team'),
  groupId: idOf('team'),
  people: 62,
  readAt: '2026-12-01T05:00:00Z',
  checkedAt: '2026-12-01T09:40:00Z',
  failedAt: null,
  failure: null,
  unread: null,
  plan: null,
  ...more,
});

/** So many leave at once that somebody must look first. */
export const heldPlan = (typed: Typed = asIs): NonNullable<Source['plan']> => ({
  at: '2026-12-01T09:40:00Z',
  held: true,
  joined: [typed('Miljøchef, Odense Kommune')],
  left: [typed('Indkøbschef, Aarhus Kommune'), typed('Indkøbschef, Aarhus Kommune')],
  sentence: both('connection.held', { joined: 1, left: 2 }),
});
/** A first reading, shown and not taken in. */
export const shownPlan = (typed: Typed = asIs): NonNullable<Source['plan']> => ({
  at: '2026-12-01T09:40:00Z',
  held: false,
  joined: Array.from({ length: 21 }, (_, at) => typed(`Indkøber ${at}, Odense Kommune`)),
  left: [],
  sentence: both('connection.dryRun', { joined: 21, left: 0 }),
});

export const callView = (typed: Typed = asIs, more: Partial<Call> = {}): Call => ({
  name: 'teamMembers',
  does: both('connection.call.teamMembers'),
  permission: typed('TeamMember.Read.Group'),
  ok: true,
  okAt: '2026-12-01T09:40:00Z',
  failedAt: null,
  status: 200,
  code: null,
  ask: null,
  testable: true,
  ...more,
});
export const deniedCall = (typed: Typed, name: 'groupMembers' | 'groupChanges'): Call => {
  const permission = 'GroupMember.Read.All';
  const refused = { ok: false, okAt: null, failedAt: '2026-12-01T09:40:00Z', status: 403 };
  return callView(typed, {
    ...refused,
    name,
    does: both(`connection.call.${name}`),
    permission: typed(permission),
    code: typed('Authorization_RequestDenied'),
    ask: both('connection.ask.admin', { permission }),
  });
};
const unasked: Partial<Call> = { ok: null, okAt: null, status: null };

type Scan = ConnectionsView['malwareScan'];
export const scanView = (more: Partial<Scan> = {}): Scan => ({
  on: false,
  ok: null,
  okAt: null,
  failedAt: null,
  name: both('connection.scan'),
  sentence: both('connection.scan.off'),
  ...more,
});

/** Everything is as it should be. */
export const connectionsView = (
  typed: Typed = asIs,
  more: Partial<ConnectionsView> = {},
): ConnectionsView => ({
  configured: true,
  sources: [
    sourceView(typed),
    sourceView(typed, {
      source: 'steering',
      name: both('connection.source.steering'),
      groupId: idOf('steering'),
      people: 25,
    }),
  ],
  subscriptions: [{ id: 's', source: 'team', expiresAt: '2026-12-20T10:00:00Z' }],
  malwareScan: scanView(),
  trailHeads: {
    n: 540480,
    at: '2027-01-11T08:00:00Z',
    key: '7'.repeat(64),
    weak: false,
    name: both('connection.heads'),
    sentence: both('connection.heads.vault', { n: 540480, at: '11. januar 2027' }),
  },
  trailGuard: { weak: false, name: both('connection.guard'), sentence: both('connection.guard.strong') },
  trailVerification: {
    findings: 0,
    cases: 0,
    oldestAt: null,
    name: both('connection.verification'),
    sentence: both('connection.verification.none'),
  },
  calls: [callView(typed), callView(typed, { name: 'mail', does: both('connection.call.mail'), ...unasked })],
  allowed: verdicts('secretariat', 'syncDirectory', 'testConnection'),
  ...more,
});

/** One source that cannot be read any more, one that never was; permissions are missing, and Graph has trouble too. */
export const troubled = (typed: Typed = asIs): ConnectionsView =>
  connectionsView(typed, {
    sources: [
      sourceView(typed, { failedAt: '2026-12-01T09:41:00Z', failure: typed('Graph answered 403') }),
      sourceView(typed, {
        source: 'secretariat',
        name: both('connection.source.secretariat'),
        people: 0,
        readAt: null,
        checkedAt: null,
        failedAt: '2026-12-01T09:41:00Z',
        failure: typed('Graph answered 403'),
      }),
    ],
    subscriptions: [],
    calls: [
      deniedCall(typed, 'groupMembers'),
      deniedCall(typed, 'groupChanges'),
      callView(typed, { ok: false, failedAt: '2026-12-01T09:41:00Z', status: 503 }),
    ],
  });

export const unconfigured = (typed: Typed = asIs): ConnectionsView =>
  connectionsView(typed, {
    configured: false,
    sources: [],
    subscriptions: [],
    calls: [callView(typed, unasked)],
    allowed: [],
  });

export const newcomerView = (typed: Typed = asIs, more: Partial<Newcomer> = {}): Newcomer => ({
  id: idOf('account'),
  displayName: typed('Indkøber, Aarhus Kommune'),
  email: typed('ny@aarhus.example'),
  guest: true,
  organisationId: idOf('aarhus'),
  organisationName: typed('Aarhus Kommune'),
  personId: null,
  ...more,
});
const unknown = { organisationId: null, organisationName: null };

/** One of each kind: proposed, of nobody knows where, and known under the same address. */
export const newcomersView = (typed: Typed = asIs): NewcomersView => ({
  items: [
    newcomerView(typed),
    newcomerView(typed, { id: idOf('b'), displayName: typed('Konsulent'), email: null, ...unknown }),
    newcomerView(typed, {
      id: idOf('c'),
      displayName: typed('Miljøchef, Aarhus Kommune'),
      guest: false,
      personId: idOf('person-deputy'),
    }),
  ],
  allowed: verdicts('secretariat', 'registerPerson', 'linkAccount'),
});
