import { beforeAll } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { verifyTrail } from '../../../bot/jobs/case/verifyTrail.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { stopSchedule } from '../../support/clock.ts';
import { sealed } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { livedIn } from './lived.ts';
import type { At } from './tampered.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';

export const house = useHouse();
export let by: Someone;
export let one: Member;
export let other: Member;
let db: Db;
let work: Work;
let owner: pg.Client;
/** What was to be told by mail, and what the log says. */
export let mails: { caseIds: string[] }[] = [];
export let lines: Record<string, unknown>[] = [];
/** How many of how many chains were looked at, as the log says. */
export let counted: Record<string, unknown>[] = [];

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 4));
  house.onClose(() => db.destroy());
  // Nobody else looks meanwhile.
  await stopSchedule(house, 'verifyTrail');
  owner = new pg.Client({ connectionString: house.databaseUrl });
  await owner.connect();
  house.onClose(() => owner.end());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  const enqueue = async (_: unknown, name: string, data: never) => {
    if (name === 'tellOfTrail') mails.push(data);
  };
  const write = (text: string): void => {
    const line = JSON.parse(text);
    if (line['level'] === 50) lines.push(line);
    if (line['msg'] === 'chains were verified') counted.push(line);
  };
  const log = pino({ level: 'info' }, { write });
  work = { db, house: { db, clock, enqueue, forgetPeople: () => undefined }, log } as unknown as Work;
});

/** A look of the job at all that is due. */
export async function look(): Promise<void> {
  mails = [];
  lines = [];
  counted = [];
  await sealed(house);
  await verifyTrail(work);
}
/** What only whoever owns the database can do, past its guards. */
export async function tamper(...statements: [text: string, values?: unknown[]][]): Promise<void> {
  await owner.query('set session_replication_role = replica');
  for (const [text, values] of statements) await owner.query(text, values);
  await owner.query('set session_replication_role = origin');
}
/** The next one, after which all of it is looked at again. */
export const night = (): Promise<void> => house.advance(24 * 3600);

type Finding = { thing: string; field: string; how: string };
export const open = (caseId: string): Promise<Finding[]> =>
  house.sql(
    'select thing, field, how from finding where case_id = $1 and gone_at is null order by thing, field, how',
    [caseId],
  );
/** How often it was told. A clock that is set back for the next test has what was found before told once more. */
export const mailsOf = (caseId: string): number =>
  mails.filter(({ caseIds }) => caseIds.includes(caseId)).length;
export const finding = (thing: string, field: string, how: string) => ({ thing, field, how });

export const lived = (): Promise<At> => livedIn(house, { by, one, other });
