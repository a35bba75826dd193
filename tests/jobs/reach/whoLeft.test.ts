import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { About } from '../../../bot/process/frame/about.ts';
import { messageKinds, type MessageKind } from '../../../bot/process/reach/messages.ts';
import { eventually } from '../../support/app.ts';
import { hearing, vote } from '../../support/cases.ts';
import { install, member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let held: About;
let voting: About;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  held = { kind: 'hearing', id: (await hearing(house)).hearingId };
  voting = { kind: 'vote', id: (await vote(house)).voteId };
  await quiet();
});
beforeEach(() => house.api('POST', '/counters/reset'));

const quiet = () =>
  eventually(
    () => house.sql(`select id from delivery where state in ('queued', 'sending')`),
    (left) => left.length === 0,
    15_000,
  );

function aboutOf(kind: MessageKind, { personId: id }: Someone): About {
  if (/^(vote|ballot)/.test(kind)) return voting;
  return /^(hearing|deadline|named)/.test(kind) ? held : { kind: 'person', id };
}

/** A message that was queued before its reader left, and whose turn comes after. */
async function queue(who: Someone, kind: MessageKind, conversationId: string | null): Promise<void> {
  const about = aboutOf(kind, who);
  await house.sql(
    `insert into delivery (person_id, conversation_id, message, occasion, channel, created_at, about_kind, about_id)
      values ($1, $2, $3, gen_random_uuid()::text, $4, now(), $5, $6) on conflict do nothing`,
    [who.personId, conversationId, kind, conversationId ? 'personal' : 'mail', about.kind, about.id],
  );
}

const rowsOf = (who: Someone) =>
  house.sql(`select message, state, reason from delivery where person_id = $1 and message <> 'greeting'`, [
    who.personId,
  ]);
const leaves: [string, string][] = [
  ['left the host team or whose place was ended', 'left_at = now()'],
  ['belongs to no organisation any more', 'organisation_id = null'],
];

describe('somebody who', () => {
  test.each(leaves)(
    '%s is sent nothing that was queued before, on whichever channel',
    async (_, change) => {
      const who = await person(house, one);
      const chat = await install(house, who);
      const mails = (await house.api<unknown[]>('GET', '/mails')).length;
      await house.api('POST', '/counters/reset');
      await house.sql(`update person set ${change} where id = $1`, [who.personId]);
      const kinds = messageKinds.filter((kind) => kind !== 'greeting');
      for (const kind of kinds) for (const to of [chat, null]) await queue(who, kind, to);
      await quiet();
      const rows = await rowsOf(who);
      expect(rows).toHaveLength(kinds.length * 2);
      expect(rows).toEqual(rows.map(({ message }) => ({ message, state: 'cancelled', reason: 'left' })));
      expect((await house.api('GET', '/counters')).accepted).toBe(0);
      expect(await house.api<unknown[]>('GET', '/mails')).toHaveLength(mails);
    },
    30_000,
  );
});

test('a message that was put off and whose reader left meanwhile goes nowhere, and the secretariat sees why', async () => {
  const who = await person(house, one);
  await install(house, who);
  await by.do('nameContact', { organisationId: one.id, personId: who.personId });
  // Of the hearings that are open a new contact is told too, in the same chat.
  await quiet();
  await house.api('POST', '/faults', { kind: '503', objectId: who.objectId });
  const { hearingId } = await hearing(house);
  const mine = async () =>
    (await by.view(`deliveries?hearingId=${hearingId}`)).items.find(
      (row: any) => row.personId === who.personId,
    );
  await eventually(mine, (row) => row?.state === 'queued' && row.attempts === 1);
  await house.sql(`update person set left_at = now() where id = $1`, [who.personId]);
  await house.api('DELETE', '/faults');
  const row = await eventually(mine, ({ state }) => state === 'cancelled');
  expect(row.reason).toBe('Personen er ikke længere med i partnerskabet');
}, 30_000);

test('somebody who left the register and is of the secretariat goes on being told', async () => {
  const [personId] = (await house.sql('select id from person where secretariat limit 1')).map(({ id }) => id);
  await house.sql(`update person set left_at = now() where id = $1`, [personId]);
  await queue({ personId } as Someone, 'voteResult', null);
  await quiet();
  const [row] = await house.sql(`select state, reason from delivery where person_id = $1`, [personId]);
  expect(row!['state']).not.toBe('cancelled');
});
