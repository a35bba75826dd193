import { execFile } from 'node:child_process';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../../support/check/tree.ts';
import { eventually } from '../../support/app.ts';
import { hearing, vote, markPresent, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { recount } from '../../support/recount.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
/** Of each test its own. */
let word = '';
let tests = 0;
const why = 'Personnummer';
let by: Someone;
let one: Member;
let held: Hearing;
let commentId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
});
beforeEach(async () => {
  word = `Navnet på borger ${(tests += 1)} "stod" her`;
  held = await hearing(house);
  // That the secretariat looks is in the trail too, the first time.
  await trail();
  ({ commentId } = await one.contact.do('addComment', {
    hearingId: held.hearingId,
    type: 'general',
    text: word,
    proposedChange: word,
  }));
  await sealed();
});

const trail = (who: Someone = by): Promise<any> => who.view(`trail?revisionId=${held.revisionId}&limit=200`);
const sealed = (): Promise<any> => eventually(trail, (seen) => seen.verification.unsealed === 0);
const newest = async (type: string): Promise<string> =>
  (await house.sql('select max(id) as id from event where type = $1', [type]))[0]!['id'];
/** The owner's own statement. */
const erase = (id: string, reason = why): Promise<unknown> =>
  house.sql('select erase_event($1, $2)', [id, reason]);
const rowOf = async (id: string) => (await house.sql('select * from comment where id = $1', [id]))[0]!;
/** Every row of the database that holds these words, by table. */
async function left(said: string): Promise<string[]> {
  const words = JSON.stringify(said).slice(1, -1);
  const tables = await house.sql(
    `select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class c
      join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname in ('public', 'pgboss')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await house.sql(`select from ${name} t where strpos(to_jsonb(t)::text, $1) > 0`, [words]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('what the owner erases', () => {
  test('is gone from the whole database, and the chain holds for everybody who counts', async () => {
    expect(await left(word)).toEqual(expect.arrayContaining(['public.event', 'public.comment']));
    await erase(await newest('commentAdded'));
    expect(await left(word)).toEqual([]);
    const { items, verification } = await sealed();
    expect(verification).toMatchObject({ ok: true, brokenAt: null });
    expect(recount(held.revisionId, items)).toEqual({ wrong: [], untold: [] });
    expect(items.at(-2)).toMatchObject({ data: null, sentence: { da: 'Slettet' } });
    expect((await rowOf(commentId))['text']).toBe('Slettet / Erased');
  });

  test('is told of, with the reason and who did it, and without the words', async () => {
    await erase(await newest('commentAdded'));
    const { items } = await sealed();
    expect(items.at(-1)).toMatchObject({
      type: 'eventErased',
      data: {
        seq: items.at(-2).seq,
        reason: why,
        by: decodeURIComponent(new URL(house.databaseUrl).username),
      },
      sentence: { da: `Indholdet af post nr. ${items.at(-2).seq} er slettet: ${why}` },
    });
    expect(Object.keys(items.at(-1).data).sort()).toEqual(['by', 'reason', 'seq']);
  });

  test('is not what its comment says since: that stands', async () => {
    const added = await newest('commentAdded');
    await one.contact.do('editComment', { commentId, text: 'Uden navn', proposedChange: '' });
    await sealed();
    await erase(added);
    expect((await rowOf(commentId))['text']).toBe('Uden navn');
    expect(await left(word)).toEqual([]);
  });

  test('may be the secretariat’s answer, a reservation, and a minority statement', async () => {
    const { hearingId } = held;
    await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks', reservation: word });
    await by.do('disposeComment', { commentId, disposition: 'noted', response: word, theme: word });
    const { voteId, ...at } = await vote(house);
    await markPresent(house, at, one);
    await one.representative.do('castBallot', { voteId, choice: 'against', statement: word });
    await eventually(
      () => house.sql('select from unsealed'),
      (rows) => rows.length === 0,
    );
    for (const type of ['commentAdded', 'answerSubmitted', 'commentDisposed', 'ballotCast'])
      await erase(await newest(type));
    expect(await left(word)).toEqual([]);
    const ballot = await house.sql('select choice, statement from ballot where vote_id = $1', [voteId]);
    expect(ballot).toEqual([{ choice: 'against', statement: null }]);
  });
});

describe('nothing is erased', () => {
  const refused = async (id: string, says: RegExp, reason = why): Promise<void> => {
    await expect(erase(id, reason)).rejects.toThrow(says);
    expect(await left(word)).toEqual(expect.arrayContaining(['public.event', 'public.comment']));
  };

  test('without a reason', async () => refused(await newest('commentAdded'), /why/, '  '));

  test('that there is not', async () => refused('999999999', /no event/));

  test('twice', async () => {
    const id = await newest('revisionStarted');
    await erase(id);
    await refused(id, /already/);
  });

  test('that an older program sealed over its words: the chain would break', async () => {
    const id = await newest('commentAdded');
    await house.sql('alter table seal disable trigger seal_append_only');
    await house.sql('update seal set form = 1, salt = null, digest = null where event_id = $1', [id]);
    await house.sql('alter table seal enable trigger seal_append_only');
    await refused(id, /form 1/);
  });

  test('by the owner’s own update, also with the sign that erasing is under way', async () => {
    const id = await newest('commentAdded');
    for (const change of [`data = '{}'`, `data = 'null', type = 'x'`, `data = 'null', at = now()`]) {
      const said = `do $$ begin perform set_config('partnership.erasing', '${id}', true);
        update event set ${change} where id = ${id}; end $$`;
      await expect(house.sql(said)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(house.sql(`update event set data = 'null' where id = $1`, [id])).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('the command', () => {
  const run = (...args: string[]): Promise<{ code: number; out: string }> =>
    new Promise((done) => {
      const env = { ...process.env, DATABASE_OWNER_URL: house.databaseUrl };
      const given = ['bot/erase.ts', ...args];
      execFile(process.execPath, given, { cwd: root, env }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), out: stdout + stderr }),
      );
    });
  const entry = async (): Promise<string[]> => {
    const { items } = await trail();
    return ['--case', held.revisionId, '--seq', String(items.at(-1).seq), '--reason', why];
  };

  test('changes nothing before it is told to, and says where else the words stand', async () => {
    await one.contact.do('editComment', { commentId, proposedChange: 'Et andet ord' });
    await sealed();
    const { code, out } = await run(...(await entry()));
    expect([code, out]).toEqual([0, expect.stringContaining('would be erased; add --yes')]);
    expect(out).toContain(`entry ${(await trail()).items.at(-1).seq - 1} of case ${held.revisionId}`);
    expect(out).not.toContain(word);
    expect((await rowOf(commentId))['text']).toBe(word);
  });

  test('erases, and has nothing left to name', async () => {
    const { code, out } = await run(...(await entry()), '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('(commentAdded): erased')]);
    expect(out).not.toContain('also stand');
    expect(await left(word)).toEqual([]);
  });

  test('says what it wants when it is not told, and why it cannot', async () => {
    expect(await run()).toEqual({ code: 1, out: expect.stringContaining('npm run erase -- --case') });
    const unknown = ['--case', held.revisionId, '--seq', '999', '--reason', why, '--yes'];
    expect((await run(...unknown)).out).toContain('there is no sealed entry 999');
  });
});
