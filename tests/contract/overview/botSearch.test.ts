import { beforeAll, describe, expect, test } from '@jest/globals';
import { hearing, revision, type Case } from '../../support/cases.ts';
import { member, secretariat, stranger, type Member, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { activity, deliver, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
let cleaning: Case;

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  cleaning = await revision(house, { title: 'Rengøringsmidler' });
  await revision(house, { title: 'Kontormøbler' });
});

async function search(who: Someone, text: string, more: object = {}): Promise<any> {
  const value = { commandId: 'cases', parameters: [{ name: 'query', value: text }], ...more };
  const { status, body } = await deliver(
    house,
    activity(house, who, { type: 'invoke', name: 'composeExtension/query', value }),
  );
  expect(status).toBe(200);
  return body.composeExtension;
}
const titles = ({ attachments }: any): string[] => attachments.map((one: any) => one.preview.content.title);

describe('a case can be found from where one writes', () => {
  test.each(['rengøring', 'RENGØRINGSMIDLER', '  10   rengør '])('by %s', async (text) => {
    const found = await search(one.staff, text);
    expect(found).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(titles(found)).toEqual([`${cleaning.ref} Rengøringsmidler`]);
  });

  test('by its number, and all are there before anything is written', async () => {
    expect(titles(await search(one.staff, cleaning.ref))).toHaveLength(1);
    const initial = { parameters: [{ name: 'initialRun', value: 'true' }] };
    expect(titles(await search(one.staff, '', initial))).toHaveLength(2);
    const next = { queryOptions: { skip: 1, count: 25 } };
    expect(titles(await search(one.staff, '', next))).toHaveLength(1);
  });

  test('and is shared as a card that is whole by itself and leads to the case', async () => {
    const [{ contentType, content }] = (await search(one.staff, 'rengøring')).attachments;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(wordsOf(content)).toContain('Rengøringsmidler');
    expect(JSON.stringify(content)).toContain(cleaning.revisionId);
    expect(JSON.stringify(content)).not.toContain('Action.Execute');
  });

  test('what is found says no more to the secretariat than to everybody, since a whole chat reads it', async () => {
    const { hearingId } = await hearing(house, { of: cleaning });
    await one.staff.do('addComment', { hearingId, type: 'general', text: 'Hemmeligt endnu' });
    const shared = (who: Someone) => search(who, 'rengøring').then(({ attachments }) => attachments);
    expect(await shared(secretariat(house))).toEqual(await shared(one.staff));
  });

  test('nothing that fits is said in words, and so is who is not let in', async () => {
    expect(await search(one.staff, 'findes ikke')).toMatchObject({
      type: 'message',
      text: expect.stringContaining('Intet forløb passer'),
    });
    const refused = await search(await stranger(house), 'rengøring');
    expect(refused).toMatchObject({ type: 'message', text: expect.stringContaining('ikke registreret') });
  });

  test.each([
    ['no parameters', { parameters: null }],
    ['parameters that are none', { parameters: [{ name: 7 }] }],
    ['options that are none', { queryOptions: { skip: -1, count: 'x' } }],
    ['a very long word', { parameters: [{ name: 'query', value: 'x'.repeat(5_000) }] }],
  ])('%s: answered in the protocol, and nothing is changed', async (_, more) => {
    const before = await fingerprint(house);
    expect((await search(one.staff, '', more)).type).toMatch(/^(result|message)$/);
    expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual([]);
  });
});
