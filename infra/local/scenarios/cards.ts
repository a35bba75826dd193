export type CardJson = Record<string, unknown>;
type Action = { type: string; verb?: string; data?: Record<string, unknown>; card?: CardJson };

/** Every action of a card, also those in the cards it can unfold. */
function actionsIn(value: unknown): Action[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Action;
  // A refresh is the client's own doing, and a fallback is for other clients: neither is a button.
  const { refresh, fallback, ...rest } = value as Record<string, unknown>;
  const inside = Object.values(rest).flatMap(actionsIn);
  return own.type === 'Action.Execute' ? [own, ...inside] : inside;
}

export const findAction = (card: CardJson, verb: string, data: Record<string, unknown>): Action | undefined =>
  actionsIn(card).find(
    (action) =>
      action.verb === verb && Object.entries(data).every(([name, value]) => action.data?.[name] === value),
  );
