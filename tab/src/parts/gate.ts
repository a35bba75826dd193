import type { Allowed, FindingShown } from '../../../bot/views/shapes/common.ts';

const others = [
  'secretariatOnly',
  'secretariatOrChair',
  'chairOnly',
  'notRegistered',
  'notYourOrganisation',
  'notContact',
  'notEntitled',
  // Nobody's any more: told once, and not under each button.
  'hearingClosed',
];

/** Not the reader's to press, whatever is filled in. */
export const notTheirs = (entry: Allowed | undefined): boolean =>
  Boolean(entry && !entry.ok && entry.refusal && others.includes(entry.refusal.code));

export const onlyPassable = (unmet: FindingShown[]): boolean =>
  unmet.length > 0 && unmet.every((finding) => finding.passable);

/** Pressing would be refused, and no reason can change that. */
export const blocked = (entry: Allowed | undefined): boolean =>
  Boolean(entry && !entry.ok && !onlyPassable(entry.unmet));
