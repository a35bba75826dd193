/** All that something can be about: a message, a task, a press on a card, a page. What there is to each stands in registries over it. */
export const aboutKinds = [
  'hearing',
  'vote',
  'meeting',
  'scheduling',
  'comment',
  'case',
  'organisation',
  'person',
] as const;
export type AboutKind = (typeof aboutKinds)[number];

/** Ids are unique over all kinds. */
export interface About<K extends AboutKind = AboutKind> {
  kind: K;
  id: string;
}

/** As acts, views and cards name what they are about on the wire. */
const names = {
  hearing: 'hearingId',
  vote: 'voteId',
  meeting: 'meetingId',
  scheduling: 'schedulingId',
  comment: 'commentId',
  case: 'revisionId',
  organisation: 'organisationId',
  person: 'personId',
} as const satisfies Record<AboutKind, string>;
/** What a body on the wire may name of these kinds. */
export type Named<K extends AboutKind = AboutKind> = { [N in (typeof names)[K]]?: string | undefined };

/** Of what a body names, the one thing that it is about: of several, what stands first among the kinds. */
export function aboutNamed<K extends AboutKind>(body: Named<K>, kinds: readonly K[]): About<K> | null {
  const named: Named = body;
  const kind = kinds.find((one) => named[names[one]]);
  return kind ? { kind, id: named[names[kind]]! } : null;
}

/** As a body on the wire names it. */
export const bodyOf = ({ kind, id }: About): Named => ({ [names[kind]]: id });

/** For many of a kind. */
export const aboutAs =
  <K extends AboutKind>(kind: K) =>
  ({ id }: { id: string }): About<K> => ({ kind, id });
