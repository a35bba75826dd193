import { createHash } from 'node:crypto';

/** The same name has the same id on every machine and in every run. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`pogi:${name}`).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const appId = idOf('app');
export const tenantId = idOf('tenant');
/** Practice only: the stand-in is the only one that takes it. */
export const appPassword = idOf('app password');

/** The partnership's team, and the directory's groups beside it. */
export const hostTeamId = idOf('host team');
export const secretariatGroupId = idOf('secretariat group');
export const steeringGroupId = idOf('steering group');

export const secretariatNames = ['Sekretariatsleder, sekretariatet', 'Fuldmægtig, sekretariatet'];
export const secretariatIds = secretariatNames.map(idOf);
