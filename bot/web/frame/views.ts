import type { Server } from 'restify';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import { NotFound } from '../../views/frame/context.ts';
import { views } from '../../views/index.ts';
import { viewingFor, whoAsks, type Doors } from '../people/people.ts';
import { sendRefusal } from './respond.ts';

/** `GET /api/views/<name>?…`: one read, already redacted for whoever asks. */
export function serveViews(server: Server, doors: Doors): void {
  server.get(
    '/api/views/:name',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const name = String(request.params.name);
      const view = Object.hasOwn(views, name) ? views[name] : undefined;
      if (!view) return sendRefusal(response, refuse('unknownView'));
      const query = new URL(request.url ?? '', 'http://query').searchParams;
      const parsed = view.query.safeParse(Object.fromEntries(query));
      if (!parsed.success) {
        const detail = parsed.error.issues
          .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
          .join('; ');
        return sendRefusal(response, refuse('invalidInput', { detail }));
      }
      try {
        response.send(200, await view.read(viewingFor(doors, actor), parsed.data as never));
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        sendRefusal(response, refuse('notFound'));
      }
    }),
  );
}
