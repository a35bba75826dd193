import type { Request, Server } from 'restify';
import { acts, isAct } from '../../acts/index.ts';
import { refuseInput } from '../../acts/frame/problems.ts';
import { run } from '../../acts/frame/run.ts';
import { whyNot } from '../../acts/frame/whyNot.ts';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import { allowedShown } from '../../views/frame/words.ts';
import { whoAsks, type Doors } from '../people/people.ts';
import { headerOf, sendRefusal } from './respond.ts';

/** `POST /api/acts/<name>` does it; `GET /api/acts/<name>/allowed` says whether it could be done now. */
export function serveActs(server: Server, doors: Doors): void {
  server.post(
    '/api/acts/:name',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const name = String(request.params.name);
      if (!isAct(name)) return sendRefusal(response, refuse('unknownAct'));
      const key = headerOf(request, 'idempotency-key');
      const outcome = await run(doors.house, acts[name], request.body, { doer: actor, door: 'tab', key });
      if (!outcome.ok) return sendRefusal(response, outcome.refusal);
      response.send(200, { ok: true, result: outcome.result });
    }),
  );

  server.get(
    '/api/acts/:name/allowed',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      const name = String(request.params.name);
      if (!isAct(name)) return sendRefusal(response, refuse('unknownAct'));
      // A button asks before a form is filled: of what the act is about a part, but as the act takes it.
      const asked = acts[name].asks.safeParse(queryOf(request));
      if (!asked.success) return sendRefusal(response, refuseInput(asked.error));
      response.send(
        200,
        allowedShown(name, await whyNot(doors.house, acts[name], asked.data as object, actor)),
      );
    }),
  );
}

/** Ids and texts as given; the only values that are not text are yes and no. */
export function queryOf(request: Request): Record<string, unknown> {
  const query = new URL(request.url ?? '', 'http://query').searchParams;
  const yesNo: Record<string, boolean> = { true: true, false: false };
  return Object.fromEntries([...query].map(([key, value]) => [key, yesNo[value] ?? value]));
}
