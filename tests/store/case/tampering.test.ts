import { beforeEach, describe, expect, test } from '@jest/globals';
import { sealAll } from '../../../bot/jobs/case/seal.ts';
import { digestHash, digestOf, genesis } from '../../../bot/process/frame/trail.ts';
import { findUnsealed } from '../../../bot/store/case/seals.ts';
import { append, besideOlder, event, newCase, sealedCase, trailOf, useStore } from '../frame/ground.ts';

const store = useStore();
const events = 6;
let caseId: string;
/** The ids of the case's events, in the order of the chain. */
let ids: string[];

/** Past the trigger nothing waits to be sealed until somebody looks through it all. */
const sweep = async (): Promise<void> => {
  await findUnsealed(store.db);
  await sealAll(store.db);
};

beforeEach(async () => {
  caseId = await sealedCase(store, events);
  const { rows } = await store.pool.query('select event_id from seal where case_id = $1 order by seq', [
    caseId,
  ]);
  ids = rows.map((row) => row.event_id);
});

/** What only the database's own administrator can do: the guards are switched off, and back on. */
async function tamper(...statements: [text: string, values?: unknown[]][]): Promise<void> {
  const client = await store.pool.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    for (const [text, values] of statements) await client.query(text, values);
  } finally {
    await client.query(`set session_replication_role = origin`);
    client.release();
  }
}
const verification = async () => (await trailOf(store, caseId)).verification;
const at = (place: number): string => ids[place - 1]!;

/** What somebody might do to the third of six, and where the chain then breaks. */
const tampered: [what: string, brokenAt: number, how: () => [string, unknown[]?][]][] = [
  [
    'a word of what was said',
    3,
    () => [[`update event set data = data || '{"response":"Ja"}' where id = $1`, [at(3)]]],
  ],
  [
    'a field added to it',
    3,
    () => [[`update event set data = data || '{"extra":1}' where id = $1`, [at(3)]]],
  ],
  [
    'a field taken out of it',
    3,
    () => [[`update event set data = data - 'response' where id = $1`, [at(3)]]],
  ],
  [
    'when, by a thousandth of a second',
    3,
    () => [[`update event set at = at + interval '1 ms' where id = $1`, [at(3)]]],
  ],
  [
    'by whom',
    3,
    () => [[`update event set actor = '{"personId":null,"organisationId":"x"}' where id = $1`, [at(3)]]],
  ],
  ['what kind of event', 3, () => [[`update event set type = 'commentAdded' where id = $1`, [at(3)]]]],
  ['its own hash', 3, () => [[`update seal set hash = repeat('a', 64) where event_id = $1`, [at(3)]]]],
  [
    'the hash it builds on',
    3,
    () => [[`update seal set previous = repeat('a', 64) where event_id = $1`, [at(3)]]],
  ],
  ['its number', 3, () => [[`update seal set seq = 99 where event_id = $1`, [at(3)]]]],
  ['the first link', 1, () => [[`update seal set previous = repeat('1', 64) where event_id = $1`, [at(1)]]]],
  ['the last event', 6, () => [[`update event set data = '{}' where id = $1`, [at(6)]]]],
  [
    'an event taken out with its link',
    3,
    () => [
      [`delete from seal where event_id = $1`, [at(3)]],
      [`delete from event where id = $1`, [at(3)]],
    ],
  ],
  [
    'an event taken out, and those after it numbered anew',
    3,
    () => [
      [`delete from seal where event_id = $1`, [at(3)]],
      [`delete from event where id = $1`, [at(3)]],
      [`update seal set seq = seq - 1 where case_id = $1 and seq > 3`, [caseId]],
    ],
  ],
  [
    'two events that changed places',
    3,
    () => [
      [`update seal set seq = -1 where event_id = $1`, [at(3)]],
      [`update seal set seq = 3 where event_id = $1`, [at(4)]],
      [`update seal set seq = 4 where event_id = $1`, [at(3)]],
    ],
  ],
  [
    'the words of two events exchanged',
    3,
    () => [
      [
        `update event e set data = o.data from event o
          where (e.id, o.id) in (($1::bigint, $2::bigint), ($2::bigint, $1::bigint))`,
        [at(3), at(4)],
      ],
    ],
  ],
];

describe('and in a chain that an older program sealed', () => {
  test.each(tampered)('%s', async (_, brokenAt, how) => {
    caseId = await besideOlder(store.url, () => sealedCase(store, events));
    const { rows } = await store.pool.query(
      'select event_id, form from seal where case_id = $1 order by seq',
      [caseId],
    );
    expect(rows.map((row) => row.form)).toEqual(rows.map(() => 1));
    ids = rows.map((row) => row.event_id);
    expect(await verification()).toMatchObject({ ok: true, checked: events, brokenAt: null, unsealed: 0 });
    await tamper(...how());
    expect(await verification()).toMatchObject({ ok: false, brokenAt, checked: brokenAt - 1 });
  });
});

describe('whoever changes the past is found out: the chain breaks at the very place', () => {
  test.each(tampered)('%s', async (_, brokenAt, how) => {
    expect(await verification()).toMatchObject({ ok: true, checked: events, brokenAt: null, unsealed: 0 });
    await tamper(...how());
    expect(await verification()).toMatchObject({ ok: false, brokenAt, checked: brokenAt - 1 });
  });

  test('a link made good again breaks the next one', async () => {
    await tamper([`update event set data = '{"response":"Ja"}' where id = $1`, [at(3)]]);
    const { rows } = await store.pool.query(
      'select e.*, s.previous, s.salt from event e join seal s on s.event_id = e.id where e.id = $1',
      [at(3)],
    );
    const { actor, type, data, previous, salt } = rows[0];
    const digest = digestOf(salt, { at: rows[0].at.toISOString(), actor, type, data });
    const hash = digestHash(previous, { caseId, seq: 3, digest });
    await tamper([`update seal set hash = $1, digest = $2 where event_id = $3`, [hash, digest, at(3)]]);
    expect(await verification()).toMatchObject({ ok: false, brokenAt: 4 });
  });

  test('an event of another case cannot be moved into this one', async () => {
    const other = await sealedCase(store, 1);
    await tamper(
      [`update event set case_id = $1 where case_id = $2`, [caseId, other]],
      [`update seal set case_id = $1, seq = 7 where case_id = $2`, [caseId, other]],
    );
    expect(await verification()).toMatchObject({ ok: false, brokenAt: 7 });
  });

  test('one case’s broken chain says nothing of another’s', async () => {
    const other = await sealedCase(store, 3);
    await tamper([`update event set data = '{}' where id = $1`, [at(2)]]);
    expect((await trailOf(store, other)).verification).toMatchObject({ ok: true, checked: 3 });
  });

  test('an event pushed in among the sealed is not taken for an old one: it comes last, as new', async () => {
    await tamper([
      `insert into event (id, case_id, at, actor, type, data) overriding system value
        values (-$1::bigint, $2, now() - interval '1 year', '{"personId":null,"organisationId":null}', 'commentAdded', '{}')`,
      [at(3), caseId],
    ]);
    await sweep();
    const { items, verification: after } = await trailOf(store, caseId);
    expect(after).toMatchObject({ ok: true, checked: events + 1 });
    expect(items.at(-1)).toMatchObject({ id: `${events + 1}`, seq: events + 1 });
  });
});

describe('the past cannot be changed by the app’s own statements', () => {
  const attempts: [what: string, text: string][] = [
    ['an event renamed', `update event set type = 'x' where id = $1`],
    ['a link renumbered', `update seal set seq = seq + 1 where event_id = $1`],
    ['a link removed', `delete from seal where event_id = $1`],
    [
      'an event written over by the same one again',
      `insert into event (id, case_id, at, actor, type, data) overriding system value
        select id, case_id, at, actor, type, '{}' from event where id = $1
        on conflict (id) do update set data = excluded.data`,
    ],
    [
      'an event merged away',
      `merge into event e using (select $1::bigint as id) k on e.id = k.id when matched then delete`,
    ],
  ];
  test.each(attempts)('%s', async (_, text) => {
    await expect(store.pool.query(text, [at(2)])).rejects.toMatchObject({ code: '42501' });
    expect(await verification()).toMatchObject({ ok: true, checked: events });
  });

  test('nor can an event be sealed twice, or two events with one number', async () => {
    const twice = `insert into seal select event_id, case_id, 99, previous, hash from seal where event_id = $1`;
    await expect(store.pool.query(twice, [at(2)])).rejects.toMatchObject({ code: '23505' });
    await append(store, event(caseId));
    const same = `insert into seal select max(id), $1, 2, $2, $2 from event where case_id = $1`;
    await expect(store.pool.query(same, [caseId, genesis])).rejects.toMatchObject({ code: '23505' });
    await sealAll(store.db);
  });
});

describe('a tail that is not sealed yet', () => {
  test('is counted, and is no broken chain', async () => {
    await append(store, event(caseId), event(caseId));
    expect(await verification()).toMatchObject({ ok: true, checked: events, brokenAt: null, unsealed: 2 });
    await sealAll(store.db);
    expect(await verification()).toMatchObject({
      ok: true,
      checked: events + 2,
      brokenAt: null,
      unsealed: 0,
    });
  });

  test('hides no broken chain before it', async () => {
    await append(store, event(caseId));
    await tamper([`update event set data = '{}' where id = $1`, [at(5)]]);
    expect(await verification()).toMatchObject({ ok: false, brokenAt: 5, unsealed: 1 });
  });

  test('of a case where nothing is sealed is all there is, and nothing is broken', async () => {
    const fresh = await newCase(store);
    expect((await trailOf(store, fresh)).verification).toMatchObject({ ok: true, checked: 0, unsealed: 0 });
    await append(store, event(fresh));
    const { items, verification: seen } = await trailOf(store, fresh);
    expect(seen).toMatchObject({ ok: true, checked: 0, brokenAt: null, unsealed: 1 });
    expect(items[0]).toMatchObject({ seq: null, hash: null, previous: null });
  });

  test('left by a link that was taken away is sealed again with another salt, and only at the end', async () => {
    const said = async () => {
      const { items, verification: held } = await trailOf(store, caseId);
      return { held, items: items.map(({ salt: _, digest: _d, hash: _h, ...rest }) => rest) };
    };
    const before = await said();
    const { hash } = (await trailOf(store, caseId)).items.at(-1)!;
    await tamper([`delete from seal where event_id = $1`, [at(6)]]);
    expect(await verification()).toMatchObject({ ok: true, checked: 5, unsealed: 1 });
    await sweep();
    expect(await said()).toEqual(before);
    // Whoever has kept the end of the chain sees it.
    expect((await trailOf(store, caseId)).items.at(-1)!.hash).not.toBe(hash);
    await tamper([`delete from seal where event_id = $1`, [at(2)]]);
    await sweep();
    expect(await verification()).toMatchObject({ ok: false, brokenAt: 2 });
  });
});
