/** What a person stands for in a working group; the gate asks for both fields (process: gates). */
export const groupFields = ['environment', 'procurement', 'both'] as const;
export type GroupField = (typeof groupFields)[number];

/** Teams takes no longer name, and none of these characters. */
const longest = 50;
const forbidden = /[~#%*{}+/\\:<>?|'"\s]+/g;

/**
 * What a group's channel is called. The number of the case comes first: it makes the name unique in the team, and it is
 * what people quote.
 */
export function channelName(ref: string, title: string): string {
  const plain = `${ref} ${title}`
    .replaceAll('&', ' og ')
    .replaceAll(forbidden, ' ')
    .replaceAll(/\.{2,}/g, '.');
  return plain.slice(0, longest).replace(/[\s.,–-]+$/, '');
}

/**
 * An organisation counts once, however many it sends; who has left the team counts no more. The lead counts among them,
 * whether or not it sends anybody else (process: lead).
 */
export const represented = (
  seats: { organisationId: string | null; left: boolean }[],
  leadId: string | null,
): number =>
  new Set([
    ...(leadId ? [leadId] : []),
    ...seats.flatMap(({ organisationId, left }) => (organisationId && !left ? [organisationId] : [])),
  ]).size;
