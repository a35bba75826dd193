import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { halfFile, meeting, revision, vote } from '../../support/cases.ts';
import { stranger, type Someone } from '../../support/factories.ts';
import { eventsOf, eventTypes } from '../../support/fingerprint.ts';
import { docx, pdf } from '../../support/documents.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { jobNow } from '../../jobs/frame/ground.ts';
import { by, hashOf, house, inTeam, items } from './filesGround.ts';

/** As the tab sends it: part by part, and each part twice, as after a lost answer. */
async function upload(revisionId: string, name: string, bytes: Buffer, versionId?: string): Promise<string> {
  const about = { revisionId, name, size: bytes.length, ...(versionId && { versionId }) };
  const { fileId, partSize } = await by.do('beginFile', about);
  for (let number = 0; number * partSize < bytes.length; number += 1) {
    const part = bytes.subarray(number * partSize, (number + 1) * partSize).toString('base64');
    await by.do('addFilePart', { fileId, number, bytes: part });
    await by.do('addFilePart', { fileId, number, bytes: part });
  }
  expect(await by.do('finishFile', { fileId })).toEqual({ fileId, hash: hashOf(bytes) });
  return fileId;
}
const filesOf = async (who: Someone, revisionId: string): Promise<any[]> =>
  (await who.view(`revision?id=${revisionId}`)).files;
const fileWhen = async (revisionId: string, fileId: string, holds: (file: any) => boolean): Promise<any> =>
  (
    await eventually(
      () => filesOf(by, revisionId),
      (all) => all.some((one) => one.id === fileId && holds(one)),
      15_000,
    )
  ).find(({ id }) => id === fileId);
const there = ({ state }: any): boolean => state === 'there';
const failed = ({ state }: any): boolean => state === 'failed';
const fetched = async (who: Someone, fileId: string) =>
  fetch(`${house.app.url}/api/files/${fileId}`, {
    headers: { authorization: `Bearer ${await who.token()}` },
  });

describe('a file of a case', () => {
  test('is copied to the folder of the group’s channel, and every member can fetch it as it came in', async () => {
    const { revisionId } = await revision(house);
    await by.do('formGroup', { revisionId });
    await eventually(
      async () => (await by.view(`revision?id=${revisionId}`)).group.channel.state,
      (state) => state === 'done',
      15_000,
    );
    const bytes = docx('Baggrundsrapport, æøå');
    const fileId = await upload(revisionId, 'Baggrund æøå.docx', bytes);
    const file = await fileWhen(revisionId, fileId, there);
    expect(file).toMatchObject({ hash: hashOf(bytes), size: bytes.length, number: 1, reason: null });
    expect(file.url).toContain('sharepoint.com');
    const [copy] = (await items()).filter(({ name }) => name === 'Baggrund æøå.docx');
    expect(copy.hash).toBe(hashOf(bytes));
    const answer = await fetched(inTeam.representative, fileId);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  }, 30_000);

  test('that is large goes in slices, and comes out whole', async () => {
    const { revisionId } = await revision(house);
    const bytes = pdf(randomBytes(5_000_000));
    const fileId = await upload(revisionId, 'Stor.pdf', bytes);
    const file = await fileWhen(revisionId, fileId, there);
    expect(file.sent).toBe(bytes.length);
    const [copy] = (await items()).filter(({ name }) => name === 'Stor.pdf');
    expect(copy).toMatchObject({ size: bytes.length, hash: hashOf(bytes) });
    expect(hashOf(Buffer.from(await (await fetched(by, fileId)).arrayBuffer()))).toBe(hashOf(bytes));
  }, 60_000);

  test('lets in those of the members who are not in the team, by their addresses', async () => {
    const { revisionId } = await revision(house);
    await fileWhen(revisionId, await upload(revisionId, 'Læses.txt', Buffer.from('x')), there);
    const [copy] = (await items()).filter(({ name }) => name === 'Læses.txt');
    const [outside] = await house.sql(
      `select p.email from person p join organisation o on o.id = p.organisation_id where o.name = 'Odense Kommune'`,
    );
    expect(copy.readers).toEqual([outside!['email']]);
  });

  test('is nobody’s who is not in the register', async () => {
    const { revisionId } = await revision(house);
    const fileId = await upload(revisionId, 'Lukket.txt', Buffer.from('x'));
    expect((await fetched(await stranger(house), fileId)).status).toBe(403);
    expect((await fetch(`${house.app.url}/api/files/${fileId}`)).status).toBe(401);
    const { fileId: half } = await by.do('beginFile', { revisionId, name: 'Halv.pdf', size: 10 });
    expect((await fetched(by, half)).status).toBe(404);
    expect((await filesOf(by, revisionId)).map(({ name }) => name)).toEqual(['Lukket.txt']);
  });

  test('that never came in whole is forgotten after two days, and a whole one is not', async () => {
    const { revisionId } = await revision(house);
    const whole = await upload(revisionId, 'Hel.txt', Buffer.from('x'));
    const half = await halfFile(house, revisionId);
    await house.sql(`update file set created_at = created_at - interval '3 days'`);
    await jobNow(house, 'tidy');
    const known = () => house.sql('select id from file where id = any($1)', [[whole, half.fileId]]);
    expect(await eventually(known, (rows) => rows.length === 1, 10_000)).toEqual([{ id: whole }]);
    expect(await house.sql('select 1 from file_part where file_id = $1', [half.fileId])).toEqual([]);
    expect((await fetched(by, whole)).status).toBe(200);
  });

  test('that did not come in whole is not taken', async () => {
    const { revisionId } = await revision(house);
    const { fileId, partSize } = await by.do('beginFile', { revisionId, name: 'Halv.pdf', size: 400_000 });
    const bytes = Buffer.alloc(partSize).toString('base64');
    await by.do('addFilePart', { fileId, number: 0, bytes });
    expect(await by.refused('finishFile', { fileId })).toBe('fileIncomplete');
    expect(await by.refused('addFilePart', { fileId, number: 1, bytes })).toBe('filePartLength');
    expect(await by.refused('addFilePart', { fileId, number: 2, bytes })).toBe('filePartLength');
  });

  test('of one name, in whatever letters, is the next of that name and stands under it', async () => {
    const { revisionId } = await revision(house);
    const numbers: number[] = [];
    for (const name of ['Bilag \u00e9.txt', 'bilag e\u0301.TXT', 'BILAG \u00c9.txt'])
      numbers.push((await by.do('beginFile', { revisionId, name, size: 1 })).number);
    expect(numbers).toEqual([1, 2, 3]);
    const names = await house.sql('select distinct name from file where case_id = $1', [revisionId]);
    expect(names).toEqual([{ name: 'Bilag \u00e9.txt' }]);
  });

  test.each([
    ['Bilag\u2028.txt', 'usynligt tegn'],
    ['\u2800.txt', 'usynligt tegn'],
    ['\u3164\u3164.txt', 'usynligt tegn'],
    ['a\u202Efdp.txt', 'usynligt tegn'],
    ['con.txt', 'CON er et navn, Windows bruger selv'],
    ['LPT1.docx', 'LPT1 er et navn, Windows bruger selv'],
    ['a:b.txt', 'tegn som / eller :'],
  ])('is told why it cannot be called %j', async (name, why) => {
    const { revisionId } = await revision(house);
    const body: any = (await by.act('beginFile', { revisionId, name, size: 1 })).body;
    expect(body.refusal.code).toBe('fileName');
    expect(body.refusal.message.da).toContain(why);
  });

  test.each(['../hemmelig.docx', 'uden filtype', 'CON:.txt', 'a\u202Efdp.exe', '.skjult.pdf'])(
    'cannot be called %s',
    async (name) => {
      const { revisionId } = await revision(house);
      expect(await by.refused('beginFile', { revisionId, name, size: 1 })).toBe('fileName');
    },
  );
});

test('files are the secretariat’s to add, and everybody’s to read', async () => {
  const { revisionId } = await revision(house);
  const who = inTeam.representative;
  const { fileId } = await halfFile(house, revisionId);
  expect(await who.refused('beginFile', { revisionId, name: 'a.pdf', size: 1 })).toBe('secretariatOnly');
  const part = { fileId, number: 0, bytes: 'eHh4' };
  expect(await who.refused('addFilePart', part)).toBe('secretariatOnly');
  expect(await who.refused('finishFile', { fileId })).toBe('secretariatOnly');
  expect(await who.refused('retryFile', { fileId })).toBe('secretariatOnly');
});

describe('the copy in SharePoint', () => {
  test('of the next file of the same name is its next version', async () => {
    const { revisionId } = await revision(house);
    await fileWhen(revisionId, await upload(revisionId, 'Udkast.txt', Buffer.from('ét')), there);
    const second = await upload(revisionId, 'Udkast.txt', Buffer.from('to'));
    expect(await fileWhen(revisionId, second, there)).toMatchObject({ number: 2 });
    const copies = (await items()).filter(({ name }) => name === 'Udkast.txt');
    expect(copies).toMatchObject([{ revision: 2, hash: hashOf(Buffer.from('to')) }]);
  });

  test('that somebody changed is never written over: the secretariat is told, and the next goes beside it', async () => {
    const { revisionId } = await revision(house);
    await fileWhen(revisionId, await upload(revisionId, 'Rettet.txt', Buffer.from('ét')), there);
    const [copy] = (await items()).filter(({ name }) => name === 'Rettet.txt');
    await house.api('POST', `/items/${copy.id}/edit`);
    const second = await upload(revisionId, 'Rettet.txt', Buffer.from('to'));
    const { reason } = await fileWhen(revisionId, second, failed);
    expect(reason.da).toContain('ændret i SharePoint');
    await by.do('retryFile', { fileId: second });
    await fileWhen(revisionId, second, there);
    const names = (await items()).map(({ name }) => name).filter((name) => name.startsWith('Rettet'));
    expect(names.sort()).toEqual(['Rettet (2).txt', 'Rettet.txt']);
  });

  test('beside a file that has its name already goes with a number, when the secretariat says so', async () => {
    const [first, second] = [await revision(house), await revision(house)];
    await fileWhen(first.revisionId, await upload(first.revisionId, 'Ens.txt', Buffer.from('a')), there);
    const other = await upload(second.revisionId, 'Ens.txt', Buffer.from('b'));
    const { reason } = await fileWhen(second.revisionId, other, failed);
    expect(reason.da).toContain('allerede en fil med det navn');
    await by.do('retryFile', { fileId: other });
    await fileWhen(second.revisionId, other, there);
  });

  test('that somebody changes later is found by looking, and said in the trail', async () => {
    const { revisionId } = await revision(house);
    const fileId = await upload(revisionId, 'Siden ændret.txt', Buffer.from('ét'));
    await fileWhen(revisionId, fileId, there);
    const [copy] = (await items()).filter(({ name }) => name === 'Siden ændret.txt');
    await house.api('POST', `/items/${copy.id}/edit`);
    // An hour passes.
    await house.sql(`update errand set due_at = now() where kind = 'file' and about_id = $1`, [fileId]);
    await jobNow(house, 'bring', { kind: 'file' });
    const file = await fileWhen(revisionId, fileId, ({ state }) => state === 'changed');
    expect(file.reason.da).toContain('Appens egen er uændret');
    expect(file.hash).toBe(hashOf(Buffer.from('ét')));
    expect(await eventTypes(house, revisionId)).toContain('fileChanged');
  }, 30_000);

  test('waits for the permission, and the file is in the app all the while', async () => {
    await house.api('POST', '/graph/permissions', { denied: ['Sites.Selected', 'Files.ReadWrite.All'] });
    const { revisionId } = await revision(house);
    const fileId = await upload(revisionId, 'Uden lov.txt', Buffer.from('x'));
    const { reason } = await fileWhen(revisionId, fileId, failed);
    expect(reason.da).toContain('Opsætning');
    expect((await fetched(by, fileId)).status).toBe(200);
    await house.api('POST', '/graph/permissions', { denied: [] });
    await by.do('retryFile', { fileId });
    await fileWhen(revisionId, fileId, there);
  });
});

describe('what is voted on', () => {
  test('is the version with its files, by their hashes, and nothing is added to it afterwards', async () => {
    const at = await meeting(house);
    const about = await revision(house, { kind: 'final' });
    const { revisionId, versionId } = about;
    const bytes = Buffer.from('Bilag til det endelige forslag');
    await upload(revisionId, 'Bilag.txt', bytes, versionId);
    const late = { revisionId, versionId, name: 'For sent.pdf', size: 1 };
    const { fileId } = await by.do('beginFile', late);
    await by.do('addFilePart', { fileId, number: 0, bytes: Buffer.from('x').toString('base64') });
    await vote(house, { at, of: about });
    const opened = (await eventsOf(house, revisionId)).find(({ type }) => type === 'voteOpened');
    expect(opened!.data.files).toEqual([{ name: 'Bilag.txt', hash: hashOf(bytes) }]);
    expect(await by.refused('beginFile', late)).toBe('versionFrozen');
    expect(await by.refused('finishFile', { fileId })).toBe('versionFrozen');
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
