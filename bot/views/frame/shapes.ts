import { z } from 'zod';
import { findingCodes } from '../../process/frame/refusals.ts';

/** ISO 8601 in UTC. People are shown Copenhagen time. */
export const instant = z.iso.datetime();
export const id = z.uuid();
export const text = z.object({ da: z.string(), en: z.string() });

/** One thing a gate misses, in the gate's own words. */
export const finding = z.object({ code: z.enum(findingCodes), message: text, passable: z.boolean() });

/** May this reader do this now, and if not why. `unmet` with only passable findings means: a reason is needed. */
export const allowed = z.object({
  act: z.string(),
  ok: z.boolean(),
  refusal: z.object({ code: z.string(), message: text }).nullable(),
  unmet: z.array(finding),
});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });

export const named = z.object({ id, name: z.string() });

/** A head over the trail, as it is quoted: its number, when it was laid, and the first 64 bits of its hash in groups. */
export const anchor = z.object({ n: z.int(), at: instant, fingerprint: z.string() });

export type AnchorView = z.infer<typeof anchor>;
export type Allowed = z.infer<typeof allowed>;
export type FindingShown = z.infer<typeof finding>;
