import type { Allowed, FindingShown } from '../../../bot/views/shapes/common.ts';

const roles = [
  'secretariatOnly',
  'secretariatOrChair',
  'chairOnly',
  'notRegistered',
  'notYourOrganisation',
  'notContact',
  'notEntitled',
];

/** Someone else's to press, whatever the case looks like. */
export const notTheirs = (entry: Allowed | undefined): boolean =>
  Boolean(entry && !entry.ok && entry.refusal && roles.includes(entry.refusal.code));

export const onlyPassable = (unmet: FindingShown[]): boolean =>
  unmet.length > 0 && unmet.every((finding) => finding.passable);

/** Pressing would be refused, and no reason can change that. */
export const blocked = (entry: Allowed | undefined): boolean =>
  Boolean(entry && !entry.ok && !onlyPassable(entry.unmet));
