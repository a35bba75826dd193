import { both, type Key, type Text } from '../../i18n/index.ts';
import { standingOf, type ErrandKind, type ReasonOf } from '../../process/reach/errands.ts';
import type { ErrandRow } from '../../store/schema.ts';

/** The sentence for each reason of each kind. */
const sentences: { [K in ErrandKind]: (reason: ReasonOf<K>) => Key } = {
  event: (reason) => `meeting.failure.${reason}`,
  chat: (reason) => `meeting.failure.${reason}`,
  guest: (reason) => `reach.failure.${reason}`,
  team: (reason) => `reach.failure.${reason}`,
  app: (reason) => `reach.failure.${reason}`,
  file: (reason) => `file.failure.${reason}`,
  channel: (reason) => `channel.failure.${reason}`,
};

const sentenceOf = sentences as Record<ErrandKind, (reason: string) => Key>;

/** Why it fails, in the words for it; null: it does not, or it was asked for again since. */
export const whyNot = (errand: ErrandRow | null, params?: Record<string, string>): Text | null =>
  errand?.failedAt && errand.failure ? both(sentenceOf[errand.kind](errand.failure), params) : null;

/** How an errand stands, and since when it fails. */
export function errandShown(errand: ErrandRow | null, params?: Record<string, string>) {
  const state = errand ? standingOf(errand) : ('none' as const);
  return { state, reason: whyNot(errand, params), at: errand?.failedAt?.toISOString() ?? null };
}
