import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { halfFile, revision } from '../../support/cases.ts';
import { pdf } from '../../support/documents.ts';
import { person, stranger, type Someone } from '../../support/factories.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { jobNow } from '../../jobs/frame/ground.ts';
import { by, hashOf, house, inTeam, items } from './filesGround.ts';

/** A file of one letter, as SharePoint has it. */
async function copied(revisionId: string, name: string): Promise<void> {
  const { fileId } = await by.do('beginFile', { revisionId, name, size: 1 });
  await by.do('addFilePart', { fileId, number: 0, bytes: Buffer.from('x').toString('base64') });
  await by.do('finishFile', { fileId });
  const state = async () =>
    (await by.view(`revision?id=${revisionId}`)).files.find((file: any) => file.id === fileId).state;
  await eventually(state, (one) => one === 'there', 15_000);
}

describe('whoever has left', () => {
  const named = (name: string) => async (): Promise<any> =>
    (await items()).find((item) => item.name === name);
  /** Somebody of a member, outside the team and unknown to Entra, who is let in by a link that others share. */
  async function byLink(email: string): Promise<string> {
    const [odense] = await house.sql(`select id from organisation where name = 'Odense Kommune'`);
    const of = { organisationId: odense!['id'], displayName: 'Indkøber, Odense Kommune', email };
    return (await by.do('registerPerson', of)).personId;
  }
  const closed = async (): Promise<string[]> =>
    (await house.sql(`select data->>'personId' as id from event where type = 'filesClosed'`)).map(
      (row) => row['id'],
    );

  test('reads no copy any longer that they were let into; everybody else goes on reading', async () => {
    const [odense] = await house.sql(`select id, name from organisation where name = 'Odense Kommune'`);
    const known = await person(house, odense as { id: string; name: string });
    const [email] = (await house.sql('select email from person where id = $1', [known.personId])).map(
      (row) => row['email'] as string,
    );
    const goes = await byLink('gaar@odense.example');
    await byLink('bliver@odense.example');
    const { revisionId } = await revision(house);
    for (const name of ['Første.txt', 'Anden.txt']) await copied(revisionId, name);
    const before = (await named('Første.txt')()).readers;
    expect(before).toEqual(expect.arrayContaining([email, 'gaar@odense.example', 'bliver@odense.example']));
    for (const personId of [known.personId, goes]) await by.do('endPlace', { personId });
    const left = before.filter((one: string) => one !== email && one !== 'gaar@odense.example');
    for (const name of ['Første.txt', 'Anden.txt'])
      await eventually(named(name), ({ readers }) => readers.length === left.length, 15_000);
    expect((await named('Anden.txt')()).readers.toSorted()).toEqual(left.toSorted());
    await eventually(closed, (ids) => [known.personId, goes].every((id) => ids.includes(id)));
  }, 40_000);

  test('is tried again until SharePoint has done it, and Opsætning says meanwhile what it lacks', async () => {
    const goes = await byLink('senere@odense.example');
    const { revisionId } = await revision(house);
    await copied(revisionId, 'Senere.txt');
    await house.api('POST', '/graph/permissions', { denied: ['Sites.Selected', 'Files.ReadWrite.All'] });
    await by.do('endPlace', { personId: goes });
    const call = async (): Promise<any> =>
      (await by.view('connections')).calls.find(({ name }: any) => name === 'fileReaders');
    const { ask } = await eventually(call, ({ ok }) => ok === false, 15_000);
    expect(ask.da).toContain('Sites.Selected');
    expect((await named('Senere.txt')()).readers).toContain('senere@odense.example');
    expect(await closed()).not.toContain(goes);
    await house.api('POST', '/graph/permissions', { denied: [] });
    await jobNow(house, 'closeFiles');
    await eventually(
      named('Senere.txt'),
      ({ readers }) => !readers.includes('senere@odense.example'),
      20_000,
    );
    await eventually(closed, (ids) => ids.includes(goes));
    expect(await eventually(call, ({ ok }) => ok === true)).toMatchObject({ ask: null });
  }, 60_000);
});

describe('a file on its way', () => {
  const parts = async (who: Someone, fileId: string) =>
    house.request('GET', `/api/files/${fileId}/parts`, { token: await who.token() });

  test('is known by the parts that came, each by its hash, so that nobody sends them again', async () => {
    const { revisionId } = await revision(house);
    const bytes = pdf(randomBytes(700_000));
    const { fileId, partSize } = await by.do('beginFile', {
      revisionId,
      name: 'Del.pdf',
      size: bytes.length,
    });
    expect((await parts(by, fileId)).body).toEqual({ parts: [] });
    const second = bytes.subarray(partSize, 2 * partSize);
    await by.do('addFilePart', { fileId, number: 1, bytes: second.toString('base64') });
    expect((await parts(by, fileId)).body).toEqual({ parts: [{ number: 1, hash: hashOf(second) }] });
  });

  test('is nobody’s but the secretariat’s to ask about', async () => {
    const { fileId } = await halfFile(house, (await revision(house)).revisionId);
    expect((await parts(inTeam.representative, fileId)).status).toBe(404);
    expect((await parts(await stranger(house), fileId)).status).toBe(403);
    expect((await house.request('GET', `/api/files/${fileId}/parts`)).status).toBe(401);
    for (const id of ['nothing', '00000000-0000-4000-8000-000000000000'])
      expect((await parts(by, id)).status).toBe(404);
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
