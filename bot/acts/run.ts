import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Enqueue, JobName, Jobs } from '../jobs/enqueue.ts';
import type { Clock, Meetings } from '../ports.ts';
import { isRefusal, refuse, type Refusal } from '../process/refusals.ts';
import { organisationOf, type Doer } from '../process/roles.ts';
import { isDuplicate, type Db, type Trx } from '../store/database.ts';
import { insertReceipt, receiptFor } from '../store/receipts.ts';
import { appendEvents, type NewEvent } from '../store/trail.ts';
import { personOf, type Act, type Call, type Door } from './act.ts';

/** What acts run on; made once in main. */
export interface House {
  db: Db;
  clock: Clock;
  meetings: Meetings;
  enqueue: Enqueue;
}

export type Outcome = { ok: true; result: object } | { ok: false; refusal: Refusal };

export interface Asked {
  doer: Doer;
  door: Door;
  /** The same key again is the same act again: it gets the first one's answer and changes nothing. */
  key?: string | undefined;
}

const no = (refusal: Refusal): Outcome => ({ ok: false, refusal });

/** Undoes the transaction and carries the refusal out of it. */
class Refused extends Error {
  refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Runs one act: input, right, facts from the platform, then one transaction with state, events and jobs. */
export async function run(house: House, act: Act, raw: unknown, asked: Asked): Promise<Outcome> {
  const parsed = act.input.safeParse(raw ?? {});
  if (!parsed.success) return no(refuse('invalidInput', { detail: detailOf(parsed.error) }));
  const forbidden = act.may(asked.doer);
  if (forbidden) return no(forbidden);
  const question = act.question ? await act.question(house.db, parsed.data, asked.doer) : null;
  const presence = question ? await house.meetings.presence(question) : {};
  const key = asked.key && receiptKey(act.name, asked.doer, asked.key);
  const attempt = async (again: boolean): Promise<Outcome> => {
    try {
      const result = await house.db
        .transaction()
        .execute((trx) => perform(house, act, { ...asked, input: parsed.data, presence, trx, key }));
      return { ok: true, result };
    } catch (error) {
      const settled = await settle(house, error, key);
      // Two of the same at once: the one that came second looks again, and finds the first.
      return settled ?? (again ? attempt(false) : no(refuse('alreadyExists', { what: constraintOf(error) })));
    }
  };
  return attempt(true);
}

const constraintOf = (error: unknown): string => (error as { constraint?: string }).constraint ?? '';

interface Performing extends Asked {
  input: unknown;
  presence: Call<unknown>['presence'];
  trx: Trx;
  key: string | undefined;
}

async function perform(house: House, act: Act, asked: Performing): Promise<object> {
  const events: NewEvent[] = [];
  const jobs: { job: JobName; data: Jobs[JobName] }[] = [];
  const actor = { personId: personOf(asked.doer), organisationId: organisationOf(asked.doer) };
  const call: Call<unknown> = {
    ...asked,
    probe: false,
    now: house.clock.now(),
    record: (caseId, type, data) => events.push({ caseId, at: call.now, actor, type, data }),
    enqueue: (job, data) => jobs.push({ job, data }),
  };
  const state = await act.load(call);
  if (isRefusal(state)) throw new Refused(state);
  // Waiting for a lock takes time, and a deadline may pass meanwhile: the time that counts is now.
  call.now = house.clock.now();
  const refusal = act.decide(state, call);
  if (refusal) throw new Refused(refusal);
  const result = await act.apply(state, call);
  await appendEvents(asked.trx, events);
  for (const { job, data } of jobs) await house.enqueue(asked.trx, job, data);
  if (asked.key) await insertReceipt(asked.trx, asked.key, result, call.now);
  return result;
}

/** A repeat is found where it collides, or where the world has moved on since the first time. */
async function settle(house: House, error: unknown, key: string | undefined): Promise<Outcome | null> {
  const refused = error instanceof Refused;
  if (!refused && !isDuplicate(error)) throw error;
  const first = key ? await receiptFor(house.db, key) : null;
  if (first) return { ok: true, result: first.result as object };
  return refused ? no(error.refusal) : null;
}

/** A key is one person's for one act: nobody can fetch another's answer with a guessed key. */
const receiptKey = (act: string, doer: Doer, key: string): string =>
  createHash('sha256')
    .update(`${act}\n${personOf(doer) ?? 'system'}\n${key}`)
    .digest('hex');

/** May this person do this now, and if not why: the same guard and the same rules as the act itself. */
export async function probe(
  house: Pick<House, 'db' | 'clock'>,
  act: Act,
  input: object,
  doer: Doer,
): Promise<Refusal | null> {
  const forbidden = act.may(doer);
  if (forbidden) return forbidden;
  return house.db.transaction().execute(async (trx) => {
    const ignore = (): void => undefined;
    const call: Call<unknown> = {
      input,
      doer,
      door: 'tab',
      trx,
      probe: true,
      now: house.clock.now(),
      presence: {},
      record: ignore,
      enqueue: ignore,
    };
    const state = await act.load(call);
    return isRefusal(state) ? state : act.decide(state, call);
  });
}

function detailOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    .join('; ');
}
