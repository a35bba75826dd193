import { z } from 'zod';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';

export const objectId = z.string();
export const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a moment in time');

export const path = (pattern: string) => new RegExp(`^/_platform${pattern}$`);

export const route = (method: string, pattern: string, handler: (call: Call) => unknown): Route => [
  method,
  path(pattern),
  async (call): Promise<Reply> => ({ body: (await handler(call)) ?? { ok: true } }),
];

/** What the caller told, in the form it must have; anything else is refused in words before something changes. */
export async function told<S extends z.ZodType>(call: Call, shape: S): Promise<z.infer<S>> {
  const parsed = shape.safeParse(await call.json());
  if (parsed.success) return parsed.data;
  const words = parsed.error.issues.map((one) => `${one.path.join('.') || 'the body'}: ${one.message}`);
  throw new WireError(400, 'BadArgument', words.join('; '));
}
