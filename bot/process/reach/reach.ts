import { isSomebody } from '../frame/roles.ts';

/** What it takes for personal cards to arrive, in the order it must come. */
export const reachSteps = ['guest', 'team', 'app'] as const;
export type ReachStep = (typeof reachSteps)[number];

/** What is known of one person: facts that Entra and the bot told, never what was only asked for. */
export interface Known {
  /** There is an account in the tenant that is this person's. */
  account: boolean;
  /** In the host team; null where no team is read. */
  inTeam: boolean | null;
  /** The bot has a personal chat with this person. */
  chat: boolean;
  address: boolean;
}

/** How a message travels to this person now: Teams personal → mail (process: told to people). */
export const ways = ['chat', 'mail', 'none'] as const;
export type Way = (typeof ways)[number];
export const wayTo = ({ chat, address }: Known): Way => (chat ? 'chat' : address ? 'mail' : 'none');

/**
 * Whether somebody is to be brought in. Who has left is only when that was asked for afterwards: what was asked before
 * would bring them back unasked.
 */
export const wanted = (one: Parameters<typeof isSomebody>[0], lastAskedAt: Date | null): boolean =>
  isSomebody(one) || (one.leftAt !== null && lastAskedAt !== null && lastAskedAt > one.leftAt);

/** What is still to be done before personal cards arrive. Nobody is a guest twice, and the app needs no team. */
export function lacking({ account, inTeam, chat }: Known): ReachStep[] {
  const open: Record<ReachStep, boolean> = { guest: !account, team: inTeam === false, app: !chat };
  return reachSteps.filter((step) => open[step]);
}

/** What comes after this step. */
export const lackingAfter = (known: Known, step: ReachStep): ReachStep | undefined =>
  lacking(known).find((one) => reachSteps.indexOf(one) > reachSteps.indexOf(step));
