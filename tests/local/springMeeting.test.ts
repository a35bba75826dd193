import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { t } from '../../bot/i18n/index.ts';
import { loadScenario } from '../../infra/local/scenarios/index.ts';
import { secretariatIds, secretariatNames } from '../../infra/local/start/identity.ts';
import { oid, type House } from '../support/app.ts';
import { useHouse } from '../support/useHouse.ts';

interface Source {
  members: { name: string; type: string; as_of: string; source: string }[];
  indkoebsmaal: { number: number | null; title_da: string; source: string }[];
}
interface Persona {
  objectId: string;
  displayName: string;
  email: string;
  role: string;
  organisation: string;
  guest: boolean;
  posts: string[];
  installed: boolean;
  personalConversationId: string;
}

const file = new URL('../../infra/local/data/pogi.json', import.meta.url);
const source = JSON.parse(readFileSync(file, 'utf8')) as Source;
const names = source.members.map(({ name }) => name).toSorted();
const env = { SECRETARIAT: secretariatIds.join(','), SEND_RATE: '1000' };
const houses = [useHouse({ env }), useHouse({ env })] as const;
const [house] = houses;
/** The house's own two are no part of the story. */
const isStory = ({ objectId }: { objectId: string }) => objectId !== oid(1) && objectId !== oid(2);

const personasIn = async (at: House) => (await at.api<Persona[]>('GET', '/personas')).filter(isStory);
const tokenOf = async (at: House, objectId: string) =>
  (await at.api<{ token: string }>('POST', '/token', { objectId })).token;
async function viewIn<T = any>(at: House, objectId: string, path: string): Promise<T> {
  const { status, body } = await at.request('GET', `/api/views/${path}`, {
    token: await tokenOf(at, objectId),
  });
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
const leader = secretariatIds[0]!;
const view = <T = any>(path: string, objectId = leader) => viewIn<T>(house, objectId, path);

beforeAll(async () => {
  await Promise.all(houses.map((at) => loadScenario('spring-meeting', { platformUrl: at.platform.url })));
}, 120_000);

describe('the members', () => {
  test('are those of the public sources, every one, and no other', async () => {
    const { items } = await view<{ items: any[] }>('members?limit=200');
    expect(items.map(({ name }) => name).toSorted()).toEqual(names);
    expect(source.members.every((one) => /^https?:\/\/\S+$/.test(one.source))).toBe(true);
  });

  test('are of the kind the source says, and joined no later than it knows', async () => {
    const { items } = await view<{ items: any[] }>('members?limit=200');
    const kinds: Record<string, string[]> = {
      kommune: ['municipality'],
      region: ['region'],
      state: ['state'],
    };
    for (const { name, type, as_of } of source.members) {
      const found = items.find((one) => one.name === name);
      expect(kinds[type] ?? [found.kind]).toContain(found.kind);
      if (found.joined) expect(as_of).toContain(found.joined);
    }
  });

  test('each have a representative, who holds the one seat; one of them is chair', async () => {
    const { items } = await view<{ items: any[] }>('members?limit=200');
    const holders = items.map(({ people }) =>
      people.filter((one: any) => one.roles.includes('representative')),
    );
    expect(holders.map((all) => all.length)).toEqual(names.map(() => 1));
    expect(holders.flat().filter(({ roles }) => roles.includes('chair'))).toHaveLength(1);
    expect((await personasIn(house)).filter(({ posts }) => posts.includes('chair'))).toHaveLength(1);
  });
});

describe('the personas', () => {
  const roles = [
    'Indkøbschef',
    'Indkøbsdirektør',
    'Kontorchef',
    'Indkøbskonsulent',
    'Udbudskonsulent',
    'Miljømedarbejder',
    'Indkøber',
    'Rengøringskonsulent',
    'Sekretariatsleder',
    'Fuldmægtig',
  ];

  test('are named by a role and an organisation that exists: nobody has an invented name', async () => {
    for (const { role, organisation, displayName } of await personasIn(house)) {
      expect(roles).toContain(role);
      expect([...names, 'sekretariatet']).toContain(organisation);
      expect(displayName).toBe(`${role}, ${organisation}`);
    }
  });

  test('have addresses that reach nobody', async () => {
    const emails = (await personasIn(house)).map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    for (const email of emails) expect(email).toMatch(/^[a-z.]+@[a-z.]+\.example$/);
  });

  test('are guests but of the secretariat and of the member in whose tenant the team is; all have the bot', async () => {
    const all = await personasIn(house);
    const inTenant = all.filter(({ guest }) => !guest).map(({ displayName }) => displayName);
    const atHost = inTenant.filter((name) => name.endsWith(', Københavns Kommune'));
    expect(inTenant).toEqual([...secretariatNames, ...atHost]);
    expect(atHost).toHaveLength(4);
    expect(all.every(({ installed }) => installed)).toBe(true);
    expect(all.filter(({ posts }) => posts.includes('representative'))).toHaveLength(names.length);
  });

  test('can every one open the status and their tasks, in the tab', async () => {
    const all = await personasIn(house);
    const seen = await Promise.all(
      all.map(async ({ objectId }) => ({
        goals: (await view<{ items: any[] }>('revisions', objectId)).items.length,
        tasks: Array.isArray((await view<{ items: any[] }>('tasks', objectId)).items),
        name: (await view('me', objectId)).displayName as string,
      })),
    );
    expect(seen).toEqual(all.map(({ displayName: name }) => ({ goals: 3, tasks: true, name })));
  });

  test('can every one ask the bot for the status and their tasks, in the chat', async () => {
    const silent: string[] = [];
    const asked = [t('da', 'card.status.heading'), t('da', 'card.tasks.heading')];
    await Promise.all(
      (await personasIn(house)).map(
        async ({ objectId, personalConversationId: conversationId, displayName }) => {
          const path = `/chats/${encodeURIComponent(conversationId)}/messages?as=${objectId}`;
          const before = (await house.api<unknown[]>('GET', path)).length;
          for (const text of ['status', 'mine opgaver'])
            await house.api('POST', '/say', { objectId, conversationId, text });
          const said = await house.api<{ summary: string; cards: object[] }[]>('GET', path);
          // The day's reminders may still be on their way, and come in between.
          const answers = said.slice(before).filter(({ summary }) => asked.includes(summary));
          if (answers.filter(({ cards }) => cards.length === 1).length !== 2) silent.push(displayName);
        },
      ),
    );
    expect(silent).toEqual([]);
  });
});

describe('the story', () => {
  const hearingOf = async (at: House, goalNumber: number) => {
    const { items } = await viewIn<{ items: any[] }>(at, leader, 'revisions');
    const { id } = items.find((one) => one.goal?.number === goalNumber || one.goalNumber === goalNumber);
    const revision = await viewIn(at, leader, `revision?id=${id}`);
    return viewIn(at, leader, `hearing?id=${revision.hearings.at(-1).id}`);
  };

  test('is about goals that exist', async () => {
    const { items } = await view<{ items: any[] }>('revisions');
    const told = items.map(({ goal, goalNumber, title }) => [goalNumber ?? goal?.number, title]);
    const known = source.indkoebsmaal.map(({ number, title_da }) => [number, title_da]);
    expect(told).toHaveLength(3);
    for (const one of told) expect(known).toContainEqual(one);
  });

  test('stands at nine in the morning of the meeting: the hearing is open till noon, the meeting is at one', async () => {
    const { state, deadline } = await hearingOf(house, 5);
    const now = (await house.now()).getTime();
    const hours = (iso: string) => Math.round((Date.parse(iso) - now) / 360_000) / 10;
    expect([state, hours(deadline)]).toEqual(['open', 3]);
    const [meeting] = (await house.api('GET', '/state')).meetings;
    expect([hours(meeting.startsAt), meeting.state, meeting.inMeeting]).toEqual([4, 'scheduled', []]);
  });

  test('ten have answered, one of them with another and one with a reservation; two have written without answering', async () => {
    const { answers } = await hearingOf(house, 5);
    const count = (state: string) => answers.filter((one: any) => one.state === state).length;
    const states = ['withRemarks', 'noRemarks', 'joint', 'reservation', 'silent'].map(count);
    expect(states).toEqual([4, 3, 2, 1, 9]);
    // What was not submitted is the member's own: the secretariat is not told that there is any.
    expect(answers.filter((one: any) => one.state === 'silent' && one.comments > 0)).toEqual([]);
    expect(answers.reduce((sum: number, one: any) => sum + one.comments, 0)).toBe(8);
    const [{ count: drafts }] = (await house.sql(`
      select count(distinct organisation_id)::int from comment c where not exists (
        select from answer a where a.hearing_id = c.hearing_id and a.organisation_id = c.organisation_id)`)) as any;
    expect(drafts).toBe(2);
  });

  test('the earlier hearing is over, with remarks answered and remarks that wait', async () => {
    const hearing = await hearingOf(house, 6);
    expect(hearing.state).toBe('closed');
    const { items } = await view<{ items: any[] }>(`comments?hearingId=${hearing.id}`);
    const dispositions = items.map(({ disposition }) => disposition ?? 'waits');
    expect(dispositions.toSorted()).toEqual(['noted', 'partly', 'waits', 'waits']);
  });

  test('remarks came by every door a remark can come by', async () => {
    const hearing = await hearingOf(house, 5);
    const { items } = await view<{ items: any[] }>(`comments?hearingId=${hearing.id}`);
    expect(new Set(items.map(({ channel }) => channel))).toEqual(new Set(['card', 'tab', 'mail']));
  });

  test('everybody it writes to was reached', async () => {
    const { id } = await hearingOf(house, 5);
    const { items } = await view<{ items: any[] }>(`deliveries?hearingId=${id}&limit=200`);
    const states = new Set(items.map(({ state }) => state));
    for (const bad of ['failed', 'queued', 'sending']) expect(states).not.toContain(bad);
    expect(items.length).toBeGreaterThanOrEqual(names.length);
  });

  test('what is made up is said to be made up', async () => {
    const { items } = await view<{ items: any[] }>('revisions');
    for (const { id } of items)
      for (const { title } of (await view(`revision?id=${id}`)).versions)
        expect(title).toContain('øvelsestekst');
  });

  test('each step to try names somebody who is there', async () => {
    const { guide } = (await house.api('GET', '/state')).scenario;
    const ids = (await personasIn(house)).map(({ objectId }) => objectId);
    expect(guide.length).toBeGreaterThan(3);
    for (const { objectId } of guide) expect(ids).toContain(objectId);
  });
});

describe('built a second time, on another machine', () => {
  /** All of it but the ids and numbers that are drawn by lot, and what time it was in the real world. */
  const story = async (at: House) => {
    const { items } = await viewIn<{ items: any[] }>(at, leader, 'revisions');
    const cases = [];
    for (const { id, ref, title, stage } of items) {
      const revision = await viewIn(at, leader, `revision?id=${id}`);
      const hearings = [];
      for (const { id } of revision.hearings) {
        const hearing = await viewIn(at, leader, `hearing?id=${id}`);
        const comments = await viewIn<{ items: any[] }>(at, leader, `comments?hearingId=${id}&limit=200`);
        const answers = hearing.answers.map((one: any) => [
          one.organisation ?? one.name,
          one.state,
          one.comments,
        ]);
        hearings.push({
          ref: hearing.ref,
          deadline: hearing.deadline,
          answers,
          comments: comments.items.map((one) => [one.clause, one.type, one.text, one.channel]),
        });
      }
      const versions = revision.versions.map((one: any) => [one.number, one.kind, one.title, one.hash]);
      cases.push({ ref, title, stage, hearings, versions });
    }
    const { meetings, scenario } = await at.api('GET', '/state');
    const when = meetings.map(({ title, startsAt, members }: any) => [title, startsAt, members]);
    return { cases, when, guide: scenario.guide };
  };

  test('it is the same story, to the last remark', async () => {
    const [one, two] = await Promise.all(houses.map(story));
    expect(one!.cases.flatMap(({ hearings }) => hearings)).toHaveLength(2);
    expect(two).toEqual(one);
  });

  test('everybody has the same id, so that a kept link still leads to them', async () => {
    const [one, two] = await Promise.all(houses.map(personasIn));
    const plain = (all: Persona[]) =>
      all.map(({ objectId, displayName, posts }) => [objectId, displayName, posts]);
    expect(plain(two!)).toEqual(plain(one!));
  });
});

test('a story there is not cannot be told', async () => {
  await expect(loadScenario('autumn', { platformUrl: house.platform.url })).rejects.toThrow('autumn');
});
