import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../support/app.ts';
import { addVersion, halfFile, hearing, meeting, revision, vote } from '../../support/cases.ts';
import { isWhole, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { oneWrongThing, validFor, type Schema } from '../../support/wrongInputs.ts';
import { everyAct, type Done } from './everyAct.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
/** Ids of things that are there, by the name of the field that asks for one. */
let ids: Record<string, string>;
let schemas: Record<string, Schema>;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['staff'] });
  const held = await hearing(house);
  const { hearingId } = held;
  const { commentId } = await one.staff.do('addComment', { hearingId, type: 'general', text: 'Uklart' });
  const open = await vote(house, { at: await meeting(house, { invited: [one.staff] }) });
  const { meetingId, conversationId, voteId } = open;
  const { fileId } = await halfFile(house, held.revisionId);
  ids = {
    fileId,
    ...held,
    organisationId: one.id,
    personId: one.staff.personId,
    commentId,
    meetingId,
    conversationId,
    voteId,
    objectId: oid(80_001),
  };
  const { body } = await house.request('GET', '/api/openapi.json', { token: await by.token() });
  schemas = Object.fromEntries(
    Object.entries<any>(body.paths).flatMap(([path, { post }]) =>
      post ? [[path.split('/').at(-1)!, post.requestBody.content['application/json'].schema]] : [],
    ),
  );
});

const names = everyAct;
/** Who would be let through by the act's own guard, so that the input is what is judged. */
const asker = (name: string): Someone =>
  /^(addComment|editComment|withdrawComment|submitAnswer)$/.test(name)
    ? one.contact
    : /^(castBallot|decideTie|answerPoll)$/.test(name)
      ? one.representative
      : by;

/** Refused in our own words with 4xx (503 where only Teams knows), and nothing written. */
async function refusedWhole(who: Someone, name: Done, input: unknown): Promise<string> {
  const { status, body } = await who.act(name, input);
  const about = `${name} ${JSON.stringify(input)?.slice(0, 300)} → ${status} ${JSON.stringify(body)}`;
  if (body.ok || !isWhole(body.refusal)) throw new Error(about);
  if (status < 400 || (status >= 500 && body.refusal.code !== 'presenceUnknown')) throw new Error(about);
  return body.refusal.code;
}

describe('bad input is refused clearly and changes nothing', () => {
  test('the list here is every act there is', () => {
    expect([...names].sort()).toEqual(Object.keys(schemas).sort());
  });

  test.each(names)('%s: missing, oversized, wrong and unreadable fields', async (name) => {
    const good = validFor(schemas[name]!, ids);
    const wrong = oneWrongThing(schemas[name]!, good);
    expect(wrong.length).toBeGreaterThan(4);
    const before = await fingerprint(house);
    for (const { what, input } of wrong) {
      const code = await refusedWhole(asker(name), name, input).catch((error: Error) => {
        throw new Error(`${what}: ${error.message}`);
      });
      expect({ what, code }).toEqual({ what, code: 'invalidInput' });
    }
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  const withIds = names.filter(
    (name) =>
      !/^(registerMember|startRevision|callMeeting|findTime|confirmRules|syncDirectory|testConnection|renewCalendarLink)$/.test(
        name,
      ),
  );
  test.each(withIds)('%s: ids of nothing, and of other kinds of things', async (name) => {
    const good = validFor(schemas[name]!, ids) as Record<string, unknown>;
    const required = schemas[name]!.required ?? [];
    const asked = Object.keys(good).filter(
      (field) => /Id$/.test(field) && (required.includes(field) || name === 'resendFailed'),
    );
    const before = await fingerprint(house);
    for (const field of asked) {
      const foreign = [
        'hearingId',
        'voteId',
        'meetingId',
        'revisionId',
        'organisationId',
        'personId',
        'commentId',
      ];
      for (const wrong of [
        oid(999_999),
        ...foreign.filter((kind) => kind !== field).map((kind) => ids[kind]),
      ]) {
        const others = name === 'resendFailed' ? {} : good;
        await refusedWhole(asker(name), name, { ...others, [field]: wrong });
      }
    }
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });
});

describe('what belongs to others', () => {
  test("another organisation's comments, answers and appointments are out of reach", async () => {
    const { hearingId, commentId } = ids as { hearingId: string; commentId: string };
    const before = await fingerprint(house);
    const who = other.representative;
    expect(await who.refused('editComment', { commentId, text: 'Ændret' })).toBe('notFound');
    expect(await who.refused('withdrawComment', { commentId })).toBe('notFound');
    const theirs = { hearingId, organisationId: one.id };
    expect(await who.refused('submitAnswer', { ...theirs, position: 'noRemarks' })).toBe(
      'notYourOrganisation',
    );
    expect(await who.refused('addComment', { ...theirs, type: 'general', text: 'X' })).toBe(
      'notYourOrganisation',
    );
    const seat = { organisationId: one.id, personId: other.staff.personId };
    expect(await who.refused('nameDeputy', seat)).toBe('personElsewhere');
    expect(await who.refused('nameContact', { ...seat, personId: one.staff.personId })).toBe(
      'notYourOrganisation',
    );
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('fields that an act does not have are not taken', async () => {
    const { hearingId } = ids;
    const forged = {
      commentId: oid(5),
      personId: one.staff.personId,
      late: true,
      channel: 'mail',
      disposition: 'accepted',
    };
    const { commentId } = await other.staff.do('addComment', {
      hearingId: hearingId!,
      type: 'general',
      text: 'Uden tilføjelser',
      ...forged,
    } as never);
    const { items } = await other.staff.view(`comments?hearingId=${hearingId}`);
    const item = items.find((row: { id: string }) => row.id === commentId);
    expect(item).toMatchObject({
      personName: 'Miljøkonsulent, Odense Kommune',
      channel: 'tab',
      disposition: null,
    });
    expect(commentId).not.toBe(forged.commentId);
  });

  test('who acts is the token’s person, whatever the body says', async () => {
    const input = {
      title: 'X',
      track: 'revise',
      year: 2027,
      doer: 'system',
      secretariat: true,
      actor: { secretariat: true },
    };
    expect(await one.staff.refused('startRevision', input)).toBe('secretariatOnly');
    const proto = '{"__proto__":{"secretariat":true},"title":"X","track":"revise","year":2027}';
    const { status } = await house.request('POST', '/api/acts/startRevision', {
      token: await one.staff.token(),
      body: proto,
    });
    expect(status).toBe(403);
  });
});

describe('what is not even an input', () => {
  const bodies: [string, string][] = [
    ['nothing', ''],
    ['half of a JSON', '{"title":'],
    ['a list', '[]'],
    ['a word', '"title"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a very deep one', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ];
  test.each(bodies)('%s is refused', async (_, body) => {
    const before = await fingerprint(house);
    const token = await by.token();
    const answer = await house.request('POST', '/api/acts/startRevision', { token, body });
    expect(answer.status).toBe(400);
    expect(isWhole(answer.body.refusal)).toBe(true);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('a body of more than half a megabyte is refused before it is read', async () => {
    const token = await by.token();
    const body = { title: 'x'.repeat(600 * 1024), track: 'revise', year: 2027 };
    const answer = await house.request('POST', '/api/acts/startRevision', { token, body });
    expect(answer.status).toBe(413);
    expect(isWhole(answer.body.refusal)).toBe(true);
  });

  test('the longest document that is allowed fits', async () => {
    const { revisionId } = await revision(house);
    const clause = { kind: 'requirement' as const, heading: 'Krav', text: 'æ'.repeat(400) };
    const clauses = Array.from({ length: 500 }, (_, index) => ({ ...clause, number: `10.${index}` }));
    await by.do('addVersion', { revisionId, kind: 'proposal', title: 'Langt', clauses });
    await addVersion(house, revisionId);
  });

  test.each(['noSuchAct', 'noteConversation', 'forgetConversation', '__proto__', 'constructor', 'toString'])(
    'an act called %s is not offered',
    async (name) => {
      const before = await fingerprint(house);
      const answer = await house.request('POST', `/api/acts/${name}`, {
        token: await by.token(),
        body: { conversationId: 'x', kind: 'personal', serviceUrl: 'http://x/', tenantId: 'x' },
      });
      expect(answer.status).toBe(404);
      expect(answer.body.refusal.code).toBe('unknownAct');
      expect(changes(before, await fingerprint(house))).toEqual([]);
    },
  );

  test.each(names)('asking whether %s is allowed never fails, whatever is asked', async (name) => {
    const token = await one.staff.token();
    for (const who of [token, await by.token()]) {
      for (const query of [
        '',
        'voteId=1',
        'hearingId=%00&revisionId=x',
        `meetingId=${oid(9)}&personId=${oid(9)}`,
      ]) {
        const answer = await house.request('GET', `/api/acts/${name}/allowed?${query}`, { token: who });
        expect({ query, status: answer.status < 500 }).toEqual({ query, status: true });
      }
    }
  });
});
