import type { Request, Server } from 'restify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { acts } from '../../acts/index.ts';
import { refuseInput } from '../../acts/frame/problems.ts';
import { whyNot } from '../../acts/frame/whyNot.ts';
import type { OwnCalendar, OwnToken } from '../../ports.ts';
import { isRefusal, refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isFree } from '../../process/scheduling/scheduling.ts';
import { schedulingView } from '../../views/scheduling/scheduling.ts';
import { viewingFor, whoAsks, type Doors } from '../people/people.ts';
import { headerOf, sendRefusal } from '../frame/respond.ts';

const input = z.object({ schedulingId: z.uuid().toLowerCase() });

interface Slot {
  startsAt: string;
  endsAt: string;
}

/**
 * `POST /api/own/freeBusy`: at which times of a poll is the reader's own calendar free? It is asked in the reader's own
 * name, nothing of the answer is kept, and the token for it never leaves this server.
 */
export function serveOwnCalendar(server: Server, doors: Doors, own: OwnCalendar, log: Logger): void {
  server.post(
    '/api/own/freeBusy',
    doors.safely(async (request, response) => {
      const slots = await slotsFor(doors, request);
      if (isRefusal(slots)) return sendRefusal(response, slots);
      const person = await personOf(doors, request);
      const told = person ? await freeAt(own, person, slots, log) : refuse('calendarUnreadable');
      if (isRefusal(told)) return sendRefusal(response, told);
      response.send(200, { ok: true, result: { slots: told } });
    }),
  );
}

/** Of a poll the reader may answer now: whoever may not is refused as when answering. */
async function slotsFor(doors: Doors, request: Request): Promise<Slot[] | Refusal> {
  const actor = await whoAsks(doors, request);
  if (isRefusal(actor)) return actor;
  const asked = input.safeParse(request.body ?? {});
  if (!asked.success) return refuseInput(asked.error);
  const { schedulingId } = asked.data;
  const refusal = await whyNot(doors.house, acts.answerPoll, { schedulingId }, actor);
  return refusal ?? (await schedulingView(viewingFor(doors, actor), { id: schedulingId })).slots;
}

/** In whose name to ask; null when there is no calendar to ask for here. */
async function personOf({ signedIn }: Doors, request: Request): Promise<OwnToken | null> {
  const authorization = headerOf(request, 'authorization') ?? '';
  const signed = await signedIn(request);
  // A guest's calendar lies at home: nobody should consent to what then cannot be done.
  if (!signed?.address || signed.guest) return null;
  const { tenantId, address } = signed;
  return { token: authorization.replace(/^Bearer /i, ''), tenantId, address };
}

async function freeAt(own: OwnCalendar, person: OwnToken, slots: Slot[], log: Logger) {
  const times = slots.map((one) => ({ from: new Date(one.startsAt), to: new Date(one.endsAt) }));
  const [first, last] = [times.map(({ from }) => +from), times.map(({ to }) => +to)];
  try {
    const told = await own.freeBusy(person, new Date(Math.min(...first)), new Date(Math.max(...last)));
    if (!told.readable)
      return refuse(told.because === 'consentNeeded' ? 'consentNeeded' : 'calendarUnreadable');
    return times.map(({ from, to }) => ({
      startsAt: from.toISOString(),
      free: isFree(told.taken, from, to),
    }));
  } catch (error) {
    // What went wrong, and none of what was asked: MSAL's and Graph's own errors have both.
    const { name, code, errorCode } = error as Error & { code?: string; errorCode?: string };
    log.warn({ name, code: code ?? errorCode }, 'somebody’s own calendar did not answer');
    return refuse('calendarUnavailable');
  }
}
