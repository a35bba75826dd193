import { eventually, type House } from './app.ts';

/** Change by themselves, or are about the machine: what the outbox, the seals and the clocks are at. */
const restless = new Set([
  'seal',
  'unsealed',
  'pace',
  'clock',
  'migration',
  'graph_call',
  'signing_key',
  'sealed_reading',
  'head',
  'head_leaf',
  'head_key',
  'checkpoint',
  'verification',
]);
/** Rows come by acts only, but their states move on by themselves. */
const counted = new Set(['delivery', 'errand']);

/** Of the trail, what somebody did: that the secretariat looked comes with a look, also with that of a test. */
const doneByHand = `type <> 'sealedAnswersRead'`;

/** What Graph still has to say is waited for: it comes by itself, and not by the act that is looked at. What failed comes later. */
const graphJobs = `select 1 from pgboss.job
  where name in ('bring', 'readCalendars', 'bringEvent', 'enterChat', 'readAnswers', 'bringGroup', 'bringPerson', 'bringFile')
  and (state in ('created', 'active') or (state = 'retry' and start_after <= now())) limit 1`;

/** What the database holds, in one text per table: two that are equal say that nothing was written between. */
export async function fingerprint(house: House): Promise<Record<string, string>> {
  await eventually(
    () => house.sql(graphJobs),
    (waiting) => waiting.length === 0,
    10_000,
  );
  const rows = await house.sql<{ name: string; of: string }>(await questionFor(house));
  return Object.fromEntries(rows.map(({ name, of }) => [name, of]));
}

const questions = new WeakMap<House, string>();

/** All tables in one statement: a fingerprint is taken twice in nearly every test that says "nothing changed". */
async function questionFor(house: House): Promise<string> {
  const known = questions.get(house);
  if (known) return known;
  const tables = await house.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const each = tables
    .filter(({ name }) => !restless.has(name))
    .map(({ name }) => {
      const content = counted.has(name)
        ? `''`
        : `coalesce(md5(string_agg(t::text, '|' order by t::text)), '')`;
      return `select '${name}' as name, count(*) || ' ' || ${content} as of from "${name}" t${name === 'event' ? ` where ${doneByHand}` : ''}`;
    });
  const question = each.join(' union all ');
  questions.set(house, question);
  return question;
}

/** The tables that differ between two fingerprints. */
export const changes = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

/** Events of a case, oldest first. */
export async function eventsOf(
  house: House,
  caseId: string,
): Promise<{ type: string; data: any; actor: any }[]> {
  return house.sql(`select type, data, actor from event where case_id = $1 and ${doneByHand} order by id`, [
    caseId,
  ]);
}

export const eventTypes = async (house: House, caseId: string): Promise<string[]> =>
  (await eventsOf(house, caseId)).map((one) => one.type);

/** Who was told what, by person or shared chat. */
export async function toldAbout(house: House, message: string): Promise<(string | null)[]> {
  const rows = await house.sql<{ person_id: string | null; conversation_id: string | null }>(
    'select person_id, conversation_id from delivery where message = $1 order by id',
    [message],
  );
  return rows.map((row) => row.person_id ?? row.conversation_id);
}
