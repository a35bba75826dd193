import type { Allowed, FindingShown } from '../../../../bot/views/frame/shapes.ts';

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

/** Nothing that is filled in changes the no. `asks`: the form's inputs are part of the question. */
export const isShut = (entry: Allowed | undefined, asks = false): boolean =>
  blocked(entry) && entry?.unmet.length === 0 && (!asks || notTheirs(entry));

/** Pressing would be refused, and no reason can change that. */
export const blocked = (entry: Allowed | undefined): boolean =>
  Boolean(entry && !entry.ok && !onlyPassable(entry.unmet));
