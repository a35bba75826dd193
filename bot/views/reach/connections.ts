import { both, type Key, type Text } from '../../i18n/index.ts';
import { graphCalls, testableCalls, type GraphCallName } from '../../process/reach/graphCalls.ts';
import { directoryNames, directorySourceRows, memberCount } from '../../store/reach/directory.ts';
import type { DirectorySourceRow, GraphCallRow, SyncPlanRow } from '../../store/schema.ts';
import { standing, type Standing } from '../../store/case/findings.ts';
import { lastHead, signingKeys } from '../../store/case/heads.ts';
import { guardIsWeak } from '../../store/frame/setUp/letIn.ts';
import { graphCalls as callRows, scannerRow, subscriptions } from '../../store/reach/watching.ts';
import { mayAll, NotFound, type Viewing } from '../frame/context.ts';
import { longTimes } from '../frame/words.ts';
import type { ConnectionsView } from './shapes.ts';

type Source = ConnectionsView['sources'][number];
type Call = ConnectionsView['calls'][number];

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function sentenceOf({ held, gone, left }: SyncPlanRow, people: number): Key {
  if (!held) return 'connection.dryRun';
  if (gone) return 'connection.gone';
  return left.length === people ? 'connection.emptied' : 'connection.held';
}

async function sourceShown(
  { db }: Viewing,
  row: DirectorySourceRow,
  names: Map<string, string>,
): Promise<Source> {
  const named = (ids: string[]): string[] => ids.map((id) => names.get(id) ?? id);
  const people = await memberCount(db, row.source);
  const plan = row.plan &&
    !row.plan.taken && {
      at: row.plan.at,
      held: row.plan.held,
      joined: named(row.plan.joined),
      left: named(row.plan.left),
      sentence: both(sentenceOf(row.plan, people), {
        joined: row.plan.joined.length,
        left: row.plan.left.length,
      }),
    };
  const unread = row.plan?.unread ?? 0;
  return {
    source: row.source,
    name: both(`connection.source.${row.source}`),
    groupId: row.groupId,
    people,
    readAt: iso(row.readAt),
    checkedAt: iso(row.checkedAt),
    failedAt: iso(row.failedAt),
    failure: row.failure,
    unread: unread > 0 ? both('connection.unread', { count: unread }) : null,
    plan: plan || null,
  };
}

/** 401 and 403 are the administrator's to mend; anything else is Graph's own trouble. */
const denied = (row: GraphCallRow | undefined): boolean => row?.status === 401 || row?.status === 403;

function callShown(name: GraphCallName, row: GraphCallRow | undefined): Call {
  const { permission, consent } = graphCalls[name];
  const status = row?.status ?? null;
  const ask: Text | null = denied(row) ? both(`connection.ask.${consent}`, { permission }) : null;
  return {
    name,
    does: both(`connection.call.${name}`),
    permission,
    ok: status === null ? null : status >= 200 && status < 400,
    okAt: iso(row?.okAt ?? null),
    failedAt: iso(row?.failedAt ?? null),
    status,
    code: row?.code ?? null,
    ask,
    testable: testableCalls.some((one) => one === name),
  };
}

type Troubled = 'missing' | 'silent' | 'failed';

function scanShown(row: GraphCallRow | null): ConnectionsView['malwareScan'] {
  const ok = row?.status ? row.status < 400 : null;
  const how = ok ? 'works' : ok === null ? 'untried' : (row?.code as Troubled);
  return {
    on: row !== null,
    ok,
    okAt: iso(row?.okAt ?? null),
    failedAt: iso(row?.failedAt ?? null),
    name: both('connection.scan'),
    sentence: both(`connection.scan.${row ? how : 'off'}`),
  };
}

const guardShown = (weak: boolean): ConnectionsView['trailGuard'] => ({
  weak,
  name: both('connection.guard'),
  sentence: both(weak ? 'connection.guard.weak' : 'connection.guard.strong'),
});

function verificationShown({ findings, cases, oldestAt }: Standing): ConnectionsView['trailVerification'] {
  const name = both('connection.verification');
  const seen = { findings, cases, oldestAt: iso(oldestAt), name };
  if (findings > 0)
    return { ...seen, sentence: both('connection.verification.broken', { cases, count: findings }) };
  if (!oldestAt) return { ...seen, sentence: both('connection.verification.none') };
  return { ...seen, sentence: both('connection.verification.ok', { at: longTimes(oldestAt) }) };
}

async function headsShown({ db }: Viewing): Promise<ConnectionsView['trailHeads']> {
  const last = await lastHead(db);
  const key = last && (await signingKeys(db)).find(({ fingerprint }) => fingerprint === last.key);
  const at = last ? longTimes(new Date(last.at)) : '';
  return {
    n: last?.n ?? null,
    at: last?.at ?? null,
    key: last?.key ?? null,
    weak: key?.kept === 'database',
    name: both('connection.heads'),
    sentence: both(`connection.heads.${key?.kept ?? 'none'}`, { n: last?.n ?? '', at }),
  };
}

/** How the app stands with Microsoft 365: what it reads, when it last did, and what to ask the administrator for. */
export async function connectionsView(context: Viewing): Promise<ConnectionsView> {
  const { db, reader } = context;
  if (!reader.secretariat) throw new NotFound();
  const rows = await directorySourceRows(db);
  const planned = rows.flatMap(({ plan }) => (plan ? [...plan.joined, ...plan.left] : []));
  const names = await directoryNames(db, planned);
  const known = new Map((await callRows(db)).map((row) => [row.name, row]));
  const sourceOf = (groupId: string): string =>
    rows.find((row) => row.groupId === groupId)?.source ?? groupId;
  return {
    configured: rows.length > 0,
    sources: await Promise.all(rows.map((row) => sourceShown(context, row, names))),
    subscriptions: (await subscriptions(db)).map(({ id, groupId, expiresAt }) => ({
      id,
      source: sourceOf(groupId),
      expiresAt: expiresAt.toISOString(),
    })),
    calls: (Object.keys(graphCalls) as GraphCallName[]).map((name) => callShown(name, known.get(name))),
    malwareScan: scanShown(await scannerRow(db)),
    trailGuard: guardShown(await guardIsWeak(db)),
    trailVerification: verificationShown(await standing(db)),
    trailHeads: await headsShown(context),
    allowed: await mayAll(context, [
      ['syncDirectory', {}],
      ['testConnection', { call: 'mail' }],
      ...rows.flatMap(({ source, plan }): [string, object][] =>
        plan?.held ? [['syncDirectory', { confirm: source }]] : [],
      ),
    ]),
  };
}
