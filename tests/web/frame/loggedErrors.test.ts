import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { loggedError } from '../../../bot/log.ts';
import { hearing } from '../../support/cases.ts';
import { member } from '../../support/factories.ts';
import { spawnApp } from '../../support/process.ts';
import { useHouse } from '../../support/useHouse.ts';
import { eventually, sendTo } from '../../support/app.ts';

const house = useHouse();
/** Words that nobody but a person could have written, and what they look like in the log. */
const marks = [
  'hemmeligt',
  'Kravet er for dyrt',
  'leder@aarhus.example',
  'eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiI0NzExIn0.c2ln',
];
const marked = `${marks.join(' ')} 4711-4711`;
const seenIn = (text: string): string[] => marks.filter((mark) => text.includes(mark));

async function thrown(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

const quoted = `'${marked}'`;
const statements = {
  'a broken unique key': `insert into receipt (key, result, at) select ${quoted}, '{}', now() from generate_series(1, 2)`,
  'a text that is no number': `select ${quoted}::int`,
  'a text that is no id': `select ${quoted}::uuid`,
  'a text that is no JSON': `select ${quoted}::jsonb`,
  'a text that is no time': `select ${quoted}::timestamptz`,
  'a row that breaks a rule': `insert into organisation (id, name, kind) values (gen_random_uuid(), ${quoted}, 'none')`,
  'a value that is missing': `insert into organisation (id, name) values (null, ${quoted})`,
  'words in an error of our own': `do $$ begin raise exception 'no: %', ${quoted.replaceAll("'", "''").replaceAll("''", "'")}; end $$`,
  'a statement that is none': `selct ${quoted}`,
};

describe('of an error the log has what broke and where, and nothing that a person wrote', () => {
  test.each(Object.entries(statements))('the database’s: %s', async (_name, statement) => {
    const error = await thrown(() => house.sql(statement));
    const line = JSON.stringify(loggedError(error));
    expect(seenIn(line)).toEqual([]);
    expect(line).toMatch(/"code":"\w{5}"/);
    expect(line).toContain('pg');
  });

  test.each([
    ['JSON that is none', () => JSON.parse(`{"text": ${marked}`)],
    ['an input of the wrong kind', () => z.object({ text: z.literal('a') }).parse({ text: marked })],
    [
      'an address that cannot be reached',
      () => fetch(`http://127.0.0.1:9/${encodeURIComponent(marked)}?q=hemmeligt`),
    ],
    ['an address that is none', () => new URL(`//${marked}`)],
    [
      'an error within an error',
      () => {
        throw new Error(`outer "${marked}"`, { cause: new Error(`inner: ${marked}`) });
      },
    ],
    [
      'a stack that begins with many lines of message',
      () => {
        throw new Error(`first\n    at ${marked}\nlast ${marked}`);
      },
    ],
  ])('a library’s: %s', async (_name, work) => {
    const line = JSON.stringify(loggedError(await thrown(work)));
    expect(seenIn(line)).toEqual([]);
    expect(line).toContain('"stack":"    at ');
  });

  test('what is thrown without being an error is named by its kind', () => {
    expect(loggedError(marked)).toEqual({ type: 'string' });
  });
});

describe('an act that the database breaks on', () => {
  test('leaves in the log neither the comment nor who wrote it', async () => {
    const one = await member(house, { name: 'Aarhus Kommune' });
    const { hearingId } = await hearing(house);
    const app = await spawnApp({ ...house.env, LOG_LEVEL: 'debug' });
    house.onClose(() => app.stop());
    await house.sql(`alter table comment add constraint broken check (text not like '%hemmeligt%')`);
    const token = await one.representative.token();
    const body = { hearingId, type: 'general', text: marked };
    const answer = await sendTo<any>(`${app.url}/api/acts/addComment`, 'POST', { token, body });
    expect(answer.status).toBe(500);
    await eventually(
      async () => app.log(),
      (log) => log.includes('a request failed'),
    );
    expect(app.log()).toContain('"constraint":"broken"');
    expect([...seenIn(app.log()), ...(app.log().includes(token) ? ['token'] : [])]).toEqual([]);
    expect(app.log()).not.toContain('Aarhus');
  }, 60_000);
});
