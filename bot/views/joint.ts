import type { AnswerRow } from '../store/schema.ts';

/**
 * Whom an organisation answers together with. While answers are sealed it is whom the sender named: that one of
 * them turned out to have answered alone would tell of that answer. After it, it is those who are bound.
 */
export function jointWith(
  answers: Map<string, AnswerRow>,
  organisationId: string,
  sealed: boolean,
): string[] {
  const senderId = answers.get(organisationId)?.senderId;
  if (!senderId) return [];
  const bound = [...answers.values()].filter((one) => one.senderId === senderId);
  const named = [senderId, ...(answers.get(senderId)?.jointWith ?? [])];
  const all = sealed ? named : bound.map((one) => one.organisationId);
  return all.filter((one) => one !== organisationId);
}
