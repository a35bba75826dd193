import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { NotFound, type Viewing } from '../../views/frame/context.ts';
import { fileContent, fileParts } from '../../views/draft/files.ts';
import { asAttachment } from '../frame/attachment.ts';
import { viewingFor, whoAsks, type Doors } from '../people/people.ts';
import { sendRefusal } from '../frame/respond.ts';

const idOf = z.uuid().toLowerCase();

/** What a reader asks of one file; null: there is none that they may know of. */
async function ofFile<T>(
  doors: Doors,
  { params }: Request,
  actor: Actor,
  read: (context: Viewing, id: string) => Promise<T>,
): Promise<T | null> {
  const id = idOf.safeParse(params.id);
  if (!id.success) return null;
  return read(viewingFor(doors, actor), id.data).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}

/** `GET /api/files/<id>`: a file of a case, as it came in; the tab keeps it for the reader. `/parts`: what there is of one on its way. */
export function serveFiles(server: Server, doors: Doors): void {
  server.get(
    '/api/files/:id',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const file = await ofFile(doors, request, actor, fileContent);
      if (!file) return sendRefusal(response, refuse('notFound'));
      asAttachment(response, file.name);
      response.writeHead(200, { 'content-length': file.size, etag: `"${file.hash}"` });
      await pipeline(Readable.from(file.parts), response);
    }),
  );

  server.get(
    '/api/files/:id/parts',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const has = await ofFile(doors, request, actor, fileParts);
      if (!has) return sendRefusal(response, refuse('notFound'));
      response.send(200, has);
    }),
  );
}
