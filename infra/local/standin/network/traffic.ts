import { WireError, type Call, type Reply } from './http.ts';
import type { World } from '../world.ts';

/** Keeps what was asked and answered, so that a checker can hold it against Graph's own metadata. */
export async function recorded(world: World, call: Call, work: () => Promise<Reply>): Promise<Reply> {
  // A file's content is nothing that the checker knows.
  const isJson = /json/.test(call.headers['content-type'] ?? '');
  const text = call.method === 'GET' || !isJson ? '' : await call.text();
  const body = text ? await call.json<unknown>() : undefined;
  const path = call.path.replace(/^\/graph/, '');
  const keep = (status: number, answer: unknown) =>
    world.traffic.push(
      JSON.stringify({
        method: call.method,
        path,
        query: call.query.toString(),
        body,
        status,
        answer,
      }),
    );
  try {
    const reply = await work();
    keep(reply.status ?? 200, reply.body);
    return reply;
  } catch (error) {
    if (error instanceof WireError)
      keep(error.status, { error: { code: error.code, message: error.message } });
    throw error;
  }
}
