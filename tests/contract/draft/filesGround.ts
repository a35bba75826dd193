import { createHash } from 'node:crypto';
import { afterEach, beforeAll } from '@jest/globals';
import { secretariatIds } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { directoryEnv, groups, readAll } from '../reach/directoryGround.ts';

/** Two members, one of them in the host team, and SharePoint. */
export const house = useHouse({ env: { ...directoryEnv, SHAREPOINT_FILES: 'true' } });
export let by: Someone;
export let inTeam: Member;

beforeAll(async () => {
  by = secretariat(house);
  inTeam = await member(house, { name: 'Aarhus Kommune' });
  await member(house, { name: 'Odense Kommune' });
  const team = [inTeam.representative.objectId, ...secretariatIds];
  await groups(house, { team, secretariat: secretariatIds, steering: [] });
  await readAll(by);
}, 60_000);
afterEach(() => house.api('POST', '/graph/permissions', { denied: [] }));

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const items = (): Promise<any[]> => house.api('GET', '/items');
