import type { Enqueue, JobName, Jobs } from '../../jobs/enqueue.ts';
import type { Meetings } from '../../ports.ts';
import { OutcomeUnknown } from '../../process/frame/outage.ts';
import { isRefusal, refuse, type Refusal } from '../../process/frame/refusals.ts';
import { organisationOf, type Doer } from '../../process/frame/roles.ts';
import type { DatabaseClock } from '../../store/frame/clock.ts';
import { isDuplicate, transact, type Db, type Trx } from '../../store/frame/database.ts';
import { insertReceipts } from '../../store/frame/receipts.ts';
import { inTwo, personOf, type Act, type Call, type Door, type Inspected } from './act.ts';
import { holding } from './hold.ts';
import { becameOf } from './becameOf.ts';
import { no, TooLate, type Outcome } from './outcome.ts';
import { refuseInput } from './problems.ts';
import { firstAnswer, ticketFor, type Ticket } from './ticket.ts';
import { Together } from './together.ts';
import { appendEvents, type NewEvent } from '../../store/frame/events.ts';

/** What acts run on; made once in main. */
export interface House {
  db: Db;
  clock: DatabaseClock;
  meetings: Meetings;
  /** Looks into a file that is whole; null: there is nothing to look into. */
  inspect(fileId: string): Promise<Inspected | null>;
  /** Who is who is read anew: an act may have changed it. */
  forgetPeople(): void;
  enqueue: Enqueue;
}

export type { Outcome } from './outcome.ts';

export interface Asked {
  doer: Doer;
  /** Whose doing the trail says it is, where the system does it for somebody. */
  by?: Doer;
  door: Door;
  /**
   * The same key again is the same request again: it gets the first one's answer and changes nothing. Of something else it
   * is refused.
   */
  key?: string | undefined;
}

interface Performing extends Asked {
  about: unknown;
  form: unknown;
  presence: Call['presence'];
  inspected: Inspected | null;
  ticket: Ticket | undefined;
}

/** Runs one act: input, right, facts from the platform, then one transaction with state, events and jobs. */
export async function run(house: House, act: Act, raw: unknown, asked: Asked): Promise<Outcome> {
  const parsed = act.input.safeParse(raw ?? {});
  if (!parsed.success) return no(refuseInput(parsed.error));
  const forbidden = act.may(asked.doer);
  if (forbidden) return no(forbidden);
  const { about, form } = inTwo(act, parsed.data as object);
  const question = act.question ? await act.question(house.db, about, asked.doer) : null;
  const presence = question ? await house.meetings.presence(question) : {};
  const ticket = asked.key ? ticketFor(act.name, asked.doer, asked.key, parsed.data) : undefined;
  const inspected = act.inspects ? await house.inspect(act.inspects(about)) : null;
  const performing = { ...asked, about, form, presence, inspected, ticket };
  const outcome = act.shares ? await inCompany(house, act, performing) : await alone(house, act, performing);
  // The world may have moved on since the first time; the first answer still stands.
  return outcome.ok ? outcome : ((await repeated(house, performing)) ?? outcome);
}

/** In company any database error undoes everybody's; each is then performed for itself. */
const inCompany = (house: House, act: Act, performing: Performing): Promise<Outcome> =>
  queueOf(house, act)
    .add(performing)
    .catch((error: unknown) =>
      error instanceof OutcomeUnknown ? settled(house, performing, error) : alone(house, act, performing),
    );

/** Nobody is told that nothing was changed before that is certain; found, the first answer stands. */
const settled = ({ db }: House, { ticket }: Performing, error: OutcomeUnknown): Promise<Outcome> =>
  becameOf(db, ticket, error);

async function alone(house: House, act: Act, performing: Performing): Promise<Outcome> {
  const attempt = async (again: boolean): Promise<Outcome> => {
    try {
      const [outcome] = await together(house, act, [performing]);
      // The word of it comes to this replica too, but the one who did it may ask again before.
      if (!act.shares) house.forgetPeople();
      return outcome!;
    } catch (error) {
      if (error instanceof OutcomeUnknown) {
        house.forgetPeople();
        return settled(house, performing, error);
      }
      if (error instanceof TooLate) return (await repeated(house, performing)) ?? no(error.refusal);
      if (!isDuplicate(error)) throw error;
      const first = await repeated(house, performing);
      // Two of the same at once: the one that came second looks again, and finds the first.
      return first ?? (again ? attempt(false) : no(refuse('alreadyExists', { what: constraintOf(error) })));
    }
  };
  return attempt(true);
}

const constraintOf = (error: unknown): string => (error as { constraint?: string }).constraint ?? '';

const repeated = async ({ db }: House, { ticket }: Performing): Promise<Outcome | null> =>
  ticket ? firstAnswer(db, ticket) : null;

interface Written {
  events: NewEvent[];
  jobs: { job: JobName; data: Jobs[JobName] }[];
}

/** Several of one act in one transaction. A refusal has written nothing, so it undoes nobody else's. */
function together(house: House, act: Act, all: Performing[]): Promise<Outcome[]> {
  return transact(house.db, async (trx) => {
    const written: Written = { events: [], jobs: [] };
    const outcomes = await Promise.all(all.map((one) => perform(house, act, one, trx, written)));
    const at = house.clock.now();
    const receipts = outcomes.flatMap((outcome, index) => {
      const { ticket } = all[index]!;
      return outcome.ok && ticket ? [{ ...ticket, result: outcome.result, at }] : [];
    });
    const jobs = new Map(written.jobs.map((one) => [JSON.stringify(one), one]));
    await Promise.all([
      appendEvents(trx, written.events),
      insertReceipts(trx, receipts),
      ...[...jobs.values()].map(({ job, data }) => house.enqueue(trx, job, data)),
    ]);
    return outcomes;
  });
}

async function perform(
  house: House,
  act: Act,
  asked: Performing,
  trx: Trx,
  written: Written,
): Promise<Outcome> {
  const by = asked.by ?? asked.doer;
  const actor = { personId: personOf(by), organisationId: organisationOf(by) };
  const { about, form, doer, door, presence, inspected } = asked;
  const call: Call = {
    about,
    form,
    doer,
    door,
    presence,
    inspected,
    trx,
    hold: holding(trx),
    now: house.clock.now(),
    time: async () => (call.now = await house.clock.ask(trx)),
    record: (caseId, type, data: object) =>
      written.events.push({ caseId, at: call.now, actor, type, data: { ...data } }),
    enqueue: (job, data) => written.jobs.push({ job, data }),
  };
  return goThrough(act, call);
}

/** From what it depends on to what it brings about. Waiting for a lock takes time, and a deadline may pass: the time that counts is asked behind them all. */
async function goThrough(act: Act, call: Call): Promise<Outcome> {
  const { read } = act;
  const state = await act.load(call);
  if (isRefusal(state)) return no(state);
  // What is read yet may wait too, so that it is asked behind that; but nobody is refused by the time as reckoned here.
  if (!read || shut(act, state, call)) await call.time();
  const already = act.already(state, call);
  if (already) return { ok: true, result: already };
  const early = shut(act, state, call);
  if (early) return no(early);
  if (!read) return conclude(act, state, call);
  const more = await read(state, call);
  if (isRefusal(more)) return no(more);
  await call.time();
  const late = shut(act, state, call);
  return late ? no(late) : conclude(act, { ...(state as object), ...(more as object) }, call);
}

async function conclude(act: Act, state: unknown, call: Call): Promise<Outcome> {
  const refusal = act.decide(state, call);
  return refusal ? no(refusal) : { ok: true, result: await act.apply(state, call) };
}

function shut(act: Act, state: unknown, call: Call): Refusal | null {
  const refusal = act.open(state, call);
  return refusal && act.appeal(refusal, state, call);
}

const queues = new WeakMap<House, Map<string, Together<Performing, Outcome>>>();

function queueOf(house: House, act: Act): Together<Performing, Outcome> {
  const mine = queues.get(house) ?? new Map<string, Together<Performing, Outcome>>();
  queues.set(house, mine);
  const queue = mine.get(act.name) ?? new Together((all: Performing[]) => together(house, act, all), inOrder);
  mine.set(act.name, queue);
  return queue;
}

/** Everyone takes the organisations' rows in the same order, so that two batches never wait for each other. */
const inOrder = (a: Performing, b: Performing): number =>
  (organisationOf(a.doer) ?? '').localeCompare(organisationOf(b.doer) ?? '');
