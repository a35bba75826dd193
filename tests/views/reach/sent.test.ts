import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing, inMeeting, meeting, vote, type Hearing, type Vote } from '../../support/cases.ts';
import type { Someone } from '../../support/factories.ts';
import { spawnApp, type Running } from '../../support/process.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, settled, type Cast } from '../frame/ground.ts';

let running: Running;
const house = useHouse({
  env: { LOG_LEVEL: 'debug' },
  first: async (env) => {
    running = await spawnApp(env);
    return { url: running.url, stop: async () => void (await running.stop()) };
  },
});
let cast: Cast;
let held: Hearing;
let voting: Vote;

/** Words that nobody else writes, by what they are of. */
const marks = {
  draft: 'Kvababbelse',
  edited: 'Kildevælder',
  withdrawn: 'Rabarbergrød',
  reservation: 'Ærkedegn',
  minority: 'Gåsefedt',
} as const;
type Mark = keyof typeof marks;

beforeAll(async () => {
  cast = await castOf(house);
  const { one, chair, by, readers } = cast;
  for (const who of [...Object.values(readers), by])
    await house.api('POST', '/install', { objectId: who.objectId });
  held = await hearing(house);
  const at = await meeting(house, { invited: [one.representative, chair.representative, by] });
  for (const who of [one.representative, chair.representative]) await inMeeting(house, at, who);
  voting = await vote(house, { at });
  await settled(house, held.hearingId);
}, 60_000);

/** What lies in Teams, in mail boxes and at Microsoft, for whoever may look there. */
interface Outside {
  chats: Record<string, string>;
  mails: { to: unknown; text: string }[];
  microsoft: string;
}

const chatOf = async (who: Someone): Promise<string> => {
  const chats = await house.api<{ id: string }[]>('GET', `/chats?as=${who.objectId}`);
  const messages = chats.map(({ id }) =>
    house.api('GET', `/chats/${encodeURIComponent(id)}/messages?as=${who.objectId}`),
  );
  return JSON.stringify(await Promise.all(messages));
};

async function outside(): Promise<Outside> {
  const chats: Record<string, string> = {};
  for (const [name, who] of Object.entries(cast.readers)) chats[name] = await chatOf(who);
  const mails = await house.api<any[]>('GET', '/mails');
  const [traffic, feed] = await Promise.all([house.api('GET', '/traffic'), house.api('GET', '/feed')]);
  return {
    chats,
    mails: mails.map((mail) => ({ to: mail.to, text: JSON.stringify(mail) })),
    microsoft: JSON.stringify([traffic, feed]),
  };
}

/** Until nothing waits to be sealed, told or sent. */
const quiet = (): Promise<unknown> =>
  eventually(
    () =>
      house.sql(`select id::text from delivery where state in ('queued', 'sending')
        union all select event_id::text from unsealed
        union all select id::text from pgboss.job where state < 'completed' and start_after < now() + interval '1 minute' and name !~ '^__'`),
    (waiting) => waiting.length === 0,
    15_000,
  );

const others = ['secretariat', 'chair', 'staff of another member'] as const;
const draft = async (text: string): Promise<string> => {
  const about = { hearingId: held.hearingId, type: 'general' as const };
  return (await cast.one.staff.do('addComment', { ...about, text })).commentId;
};
const ballot = (given: { choice: 'for' | 'against'; statement?: string }) =>
  cast.one.representative.do('castBallot', { voteId: voting.voteId, ...given });

/** In this order; what may be another for others in Teams afterwards. */
const changes: [name: string, act: () => Promise<unknown>, seen: readonly string[]][] = [
  ['a draft is written', () => draft(marks.draft), []],
  [
    'a draft is edited, and another withdrawn',
    async () => {
      const [edited, withdrawn] = [await draft('Først'), await draft(marks.withdrawn)];
      await cast.one.staff.do('editComment', { commentId: edited, text: marks.edited });
      await cast.one.staff.do('withdrawComment', { commentId: withdrawn });
    },
    [],
  ],
  [
    'an answer is submitted',
    () =>
      cast.one.contact.do('submitAnswer', {
        hearingId: held.hearingId,
        position: 'withRemarks',
        reservation: marks.reservation,
      }),
    [],
  ],
  // The card of the vote in the meeting's chat counts the ballots.
  ['a ballot is cast', () => ballot({ choice: 'for' }), ['secretariat', 'chair']],
  ['a ballot is changed', () => ballot({ choice: 'against', statement: marks.minority }), []],
];

describe('while it is sealed', () => {
  test.each(changes)(
    'nothing goes out to others when %s, but what is told on purpose',
    async (_, act, seen) => {
      await quiet();
      const before = await outside();
      await act();
      await quiet();
      const after = await outside();
      for (const reader of others.filter((one) => !seen.includes(one)))
        expect(after.chats[reader]).toBe(before.chats[reader]);
      for (const reader of seen) expect(after.chats[reader]).not.toBe(before.chats[reader]);
      expect(after.mails).toEqual(before.mails);
      expect(after.microsoft).toBe(before.microsoft);
    },
  );

  test('what was marked is kept, and shown to its own', async () => {
    const { contact } = cast.one;
    const { reservation, draft: written, edited } = marks;
    const own = JSON.stringify([
      await contact.view(`comments?hearingId=${held.hearingId}`),
      await contact.view(`hearing?id=${held.hearingId}`),
    ]);
    for (const mark of [reservation, written, edited]) expect(own).toContain(mark);
    expect(await house.sql('select statement from ballot')).toEqual([{ statement: marks.minority }]);
  });

  test.each(Object.keys(marks) as Mark[])(
    'the words of a %s are in nobody else’s chat, in no mail, not at Microsoft, in no log and in no number',
    async (mark) => {
      const { chats, mails, microsoft } = await outside();
      const elsewhere = { ...chats, mails: JSON.stringify(mails), microsoft };
      const metrics = (await house.request('GET', '/metrics')).body as string;
      const all = { ...elsewhere, metrics, log: running.log() };
      const own = ['representative', 'deputy', 'contact', 'staff'];
      const holding = Object.entries(all).filter(([, text]) => text.includes(marks[mark]));
      expect(holding.map(([name]) => name).filter((name) => !own.includes(name))).toEqual([]);
    },
  );

  test('and the log and the numbers name no ballot, and no id of who did what is sealed', async () => {
    const metrics = (await house.request('GET', '/metrics')).body as string;
    const { staff, contact, representative } = cast.one;
    for (const { personId, objectId } of [staff, contact, representative])
      for (const id of [personId, objectId]) expect(metrics).not.toContain(id);
    expect(metrics).not.toContain(cast.one.id);
    expect(metrics).not.toContain(voting.voteId);
    for (const choice of ['against', 'abstain']) expect(running.log()).not.toContain(`"${choice}"`);
  });
});
