import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Server } from 'restify';
import { z } from 'zod';
import { isRefusal, refuse } from '../process/refusals.ts';
import { NotFound } from '../views/context.ts';
import { fileContent } from '../views/files.ts';
import { asAttachment } from './attachment.ts';
import { viewingFor, whoAsks, type Doors } from './people.ts';
import { sendRefusal } from './respond.ts';

/** `GET /api/files/<id>`: a file of a case, as it came in; the tab keeps it for the reader. */
export function serveFiles(server: Server, doors: Doors): void {
  server.get(
    '/api/files/:id',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const id = z.uuid().toLowerCase().safeParse(request.params.id);
      const file = id.success
        ? await fileContent(viewingFor(doors, actor), id.data).catch((error: unknown) => {
            if (error instanceof NotFound) return null;
            throw error;
          })
        : null;
      if (!file) return sendRefusal(response, refuse('notFound'));
      asAttachment(response, file.name);
      response.writeHead(200, { 'content-length': file.size, etag: `"${file.hash}"` });
      await pipeline(Readable.from(file.parts), response);
    }),
  );
}
