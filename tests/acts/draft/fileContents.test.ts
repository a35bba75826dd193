import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { docm, docx, exe, pdf, zip } from '../../support/documents.ts';
import { isWhole, member, secretariat, type Someone } from '../../support/factories.ts';
import { eventTypes } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let reader: Someone;
let revisionId: string;

beforeAll(async () => {
  by = secretariat(house);
  reader = (await member(house)).representative;
  ({ revisionId } = await revision(house));
});

/** Received whole, and not yet part of the case. */
async function sent(name: string, bytes: Buffer): Promise<string> {
  const { fileId, partSize } = await by.do('beginFile', { revisionId, name, size: bytes.length });
  for (let number = 0; number * partSize < bytes.length; number += 1)
    await by.do('addFilePart', {
      fileId,
      number,
      bytes: bytes.subarray(number * partSize, (number + 1) * partSize).toString('base64'),
    });
  return fileId;
}
const finish = async (fileId: string, key?: string) =>
  (await by.act('finishFile', { fileId }, key)).body as any;
const partsOf = (fileId: string) => house.sql('select number from file_part where file_id = $1', [fileId]);
const fetched = async (fileId: string): Promise<number> => {
  const headers = { authorization: `Bearer ${await reader.token()}` };
  return (await fetch(`${house.app.url}/api/files/${fileId}`, { headers })).status;
};

describe('a file that has come in whole', () => {
  test.each<[string, Buffer, string]>([
    ['Rapport.pdf', exe(), 'fileProgram'],
    ['Notat.docx', docm(), 'fileMacros'],
    ['Bilag.zip', zip({ 'start.js': 'x' }), 'fileHides'],
    ['Notat.docx', pdf(), 'fileDiffers'],
  ])('is refused for what it is, and its bytes are gone: %s', async (name, bytes, why) => {
    const fileId = await sent(name, bytes);
    const { refusal } = await finish(fileId, `whole ${fileId}`);
    expect([refusal.code, isWhole(refusal)]).toEqual([why, true]);
    expect(await partsOf(fileId)).toEqual([]);
    expect(await fetched(fileId)).toBe(404);
    expect((await by.view(`revision?id=${revisionId}`)).files).toEqual([]);
    expect(await eventTypes(house, revisionId)).not.toContain('fileAdded');
    // Whoever did not hear the answer asks again, and is told the same.
    expect((await finish(fileId, `whole ${fileId}`)).refusal).toEqual(refusal);
    const part = { fileId, number: 0, bytes: 'eHh4' };
    expect(await by.refused('addFilePart', part)).toBe(why);
  });

  test('is what was looked into: a part that was exchanged behind the look is not taken unseen', async () => {
    const fileId = await sent('Notat.docx', docx('x'.repeat(100)));
    const lock = new pg.Client({ connectionString: house.databaseUrl });
    await lock.connect();
    // The look is over when the act waits for the case; then somebody else's part arrives.
    await lock.query('begin');
    await lock.query('select 1 from "case" where id = $1 for update', [revisionId]);
    const finishing = finish(fileId);
    await eventually(
      () =>
        house.sql(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        ),
      (rows) => rows.length > 0,
    );
    await lock.query('update file_part set bytes = bytes where file_id = $1', [fileId]);
    await lock.query('commit');
    await lock.end();
    expect((await finishing).refusal.code).toBe('fileIncomplete');
    expect((await finish(fileId)).ok).toBe(true);
  });

  test('of a kind that is never taken is refused before it is sent', async () => {
    const begun = (name: string) => by.refused('beginFile', { revisionId, name, size: 1 });
    expect(await begun('start.exe')).toBe('fileProgram');
    expect(await begun('side.svg')).toBe('fileWebPage');
    expect(await begun('ark.xlsm')).toBe('fileMacros');
    expect(await begun('disk.iso')).toBe('fileDiskImage');
    expect(await begun('pakket.rar')).toBe('filePacked');
    expect(await begun('model.blend')).toBe('fileKind');
  });

  test('that was there before files were looked into is untouched', async () => {
    const fileId = await sent('Gammel.docx', docx());
    await finish(fileId);
    await house.sql(`update file set name = 'gammel.exe' where id = $1`, [fileId]);
    expect(await fetched(fileId)).toBe(200);
  });
});
