import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** The database keeps neither NUL nor half a surrogate pair, not even to look for them. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed());
const id = text(1_000);
/** What may be missing may also be wrong: it is then as if it had not been said. */
const orNothing = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const name = z.object({ id: orNothing(id), name: orNothing(text(500)) });
const named = orNothing(name);
const team = orNothing(name.extend({ aadGroupId: orNothing(text(100)) }));

/**
 * The parts of an activity that are read, each of its own type whatever was sent; the rest stays outside. Without
 * a type and a conversation it is none. What a card or a search carries (`value`) is judged by whoever reads it.
 */
const activity = z.object({
  type: text(100),
  conversation: z.object({
    id: id.min(1),
    conversationType: orNothing(text(100)),
    tenantId: orNothing(id),
    isGroup: orNothing(z.boolean()),
  }),
  serviceUrl: id,
  channelId: text(100),
  id: orNothing(id),
  timestamp: orNothing(text(100)),
  name: orNothing(text(200)),
  text: orNothing(z.string()),
  locale: orNothing(text(50)),
  action: orNothing(text(50)),
  from: orNothing(
    z.object({ id: orNothing(id), name: orNothing(text(500)), aadObjectId: orNothing(text(100)) }),
  ),
  recipient: named,
  membersRemoved: orNothing(z.array(named)),
  channelData: orNothing(z.object({ tenant: named, team, meeting: named })),
  value: z.unknown().optional(),
});

/** An activity that every reader of it can take at its word; null when it is none. */
export function activityIn(body: unknown): Activity | null {
  const { success, data } = activity.safeParse(body);
  return success ? (data as unknown as Activity) : null;
}
