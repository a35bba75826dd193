import { eventually, oid, type House } from '../../support/app.ts';
import type { Someone } from '../../support/factories.ts';

export const hostTeam = 'aaaaaaaa-0000-4000-8000-000000000001';
export const secretariatGroup = 'aaaaaaaa-0000-4000-8000-000000000002';
export const steeringGroup = 'aaaaaaaa-0000-4000-8000-000000000003';
export const directoryEnv = {
  HOST_TEAM_ID: hostTeam,
  SECRETARIAT_GROUP_ID: secretariatGroup,
  STEERING_GROUP_ID: steeringGroup,
};

interface Account {
  objectId: string;
  displayName: string;
  email: string;
}
let made = 500;

/** Somebody with an account in the secretariat's tenant, most of them as a guest. */
export async function account(house: House, domain: string, guest = true): Promise<Account> {
  made += 1;
  const one = {
    objectId: oid(made),
    displayName: `Indkøber ${made}, ${domain}`,
    email: `indkoeb${made}@${domain}`,
  };
  await house.api('POST', '/people', { ...one, guest });
  return one;
}

/** The team and the two groups, with these people in them. */
export async function groups(house: House, people: Record<'team' | 'secretariat' | 'steering', string[]>) {
  await house.api('POST', '/teams', { name: 'Partnerskabet', groupId: hostTeam, members: people.team });
  const of = { secretariat: secretariatGroup, steering: steeringGroup };
  for (const [name, id] of Object.entries(of) as ['secretariat' | 'steering', string][])
    await house.api('POST', '/groups', { id, displayName: name, members: people[name] });
}

export const comes = (house: House, groupId: string, objectId: string): Promise<unknown> =>
  house.api('POST', `/groups/${groupId}/members`, { objectId });
export const goes = (house: House, groupId: string, objectId: string): Promise<unknown> =>
  house.api('DELETE', `/groups/${groupId}/members/${objectId}`);

type Source = { source: string; people: number; readAt: string | null; failure: string | null; plan: any };
export const sources = async (by: Someone): Promise<Record<string, Source>> =>
  Object.fromEntries((await by.view('connections')).sources.map((one: Source) => [one.source, one] as const));

/** Reads everything now, and waits until it is done. */
export async function readAll(by: Someone): Promise<void> {
  const since = Date.now();
  const before = await sources(by);
  await by.do('syncDirectory', {});
  await eventually(
    () => sources(by),
    (all) =>
      Object.values(all).every(
        ({ source, readAt }) => readAt !== null && readAt !== before[source]?.readAt,
      ) || Date.now() - since > 9_000,
    10_000,
  );
}

export const newcomers = async (by: Someone): Promise<any[]> => (await by.view('newcomers')).items;
