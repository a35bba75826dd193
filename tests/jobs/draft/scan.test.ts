import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asReceived } from '../../../bot/documents/draft/zip.ts';
import { scan } from '../../../bot/jobs/draft/scan.ts';
import { eventually, sendTo, type App } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { isWhole, secretariat, someone, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'scan-'))));
afterAll(() => rm(folder, { recursive: true }));

async function script(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, ['#!/bin/sh', ...lines].join('\n'));
  await chmod(path, 0o755);
  return path;
}
const bytes = (text: string) => asReceived('navn; rm -rf $HOME.txt', Buffer.from(text));
const large = asReceived('Stor.txt', Buffer.alloc(3_000_000, 'x'));
const scanned = async (words: string[], file = bytes('tekst'), seconds = 10) =>
  scan(file, { words, seconds });

describe('a scanner', () => {
  test('is given the file on its standard input, whole, and says clean or infected by its exit', async () => {
    const path = await script('finds', `grep -q VIRUS && exit 1`, 'exit 0');
    expect(await scanned([path])).toEqual({ found: false });
    expect(await scanned([path], bytes('en VIRUS her'))).toEqual({ found: true });
    const out = join(folder, 'seen');
    await scanned([await script('counts', `wc -c > ${out}`)], large);
    expect((await readFile(out, 'utf8')).trim()).toBe('3000000');
  });

  test('is given its own arguments, no shell, no name of the file and none of the app’s secrets', async () => {
    const out = join(folder, 'said');
    const path = await script('says', `echo "$@" > ${out}`, `env >> ${out}`, 'cat > /dev/null');
    process.env['A_SECRET_OF_THE_APP'] = 'hemmelig';
    expect(await scanned([path, '--flag', '$(id)', ';', '-'])).toEqual({ found: false });
    const said = await readFile(out, 'utf8');
    expect(said).toContain('--flag $(id) ; -');
    expect(said).not.toMatch(/navn|hemmelig|A_SECRET/);
  });

  test('that crashes, tells of an error or is missing has said nothing, and is asked three times', async () => {
    const count = join(folder, 'count');
    const path = await script('fails', `echo x >> ${count}`, 'cat > /dev/null', 'exit 2');
    expect(await scanned([path])).toEqual({ trouble: 'failed', exit: '2' });
    expect((await readFile(count, 'utf8')).match(/x/g)).toHaveLength(3);
    expect(await scanned([await script('crashes', 'kill -SEGV $$')])).toMatchObject({ trouble: 'failed' });
    expect(await scanned([join(folder, 'nowhere')])).toMatchObject({ trouble: 'missing' });
  });

  test('that gets well meanwhile is believed', async () => {
    const once = join(folder, 'once');
    const path = await script(
      'heals',
      'cat > /dev/null',
      `[ -e ${once} ] && exit 0`,
      `touch ${once}`,
      'exit 2',
    );
    expect(await scanned([path])).toEqual({ found: false });
  });

  test('that never answers is ended in time, with all that it started', async () => {
    const child = join(folder, 'child');
    const path = await script('hangs', `sleep 600 & echo $! > ${child}`, 'wait');
    const from = Date.now();
    expect(await scanned([path], large, 1)).toMatchObject({ trouble: 'silent' });
    expect(Date.now() - from).toBeLessThan(5_000);
    const pid = Number(await readFile(child, 'utf8'));
    const gone = async () => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z ');
    await eventually(gone, (stat) => / Z /.test(stat));
  });

  test('that stops reading and says that all is well has not looked', async () => {
    expect(await scanned([await script('lazy', 'exec 0<&-', 'sleep 0.2', 'exit 0')], large)).toMatchObject({
      trouble: 'failed',
    });
  });

  test('says nothing where the file itself could not be read', async () => {
    const broken = { ...large, parts: () => failing() };
    await expect(scanned([await script('reads', 'cat > /dev/null')], broken)).rejects.toThrow('gone');
  });
});

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('x');
  throw new Error('gone');
}

describe('an app that has a scanner', () => {
  let app: App;
  let by: Someone;
  let revisionId: string;
  const control = () => join(folder, 'control');
  beforeAll(async () => {
    await writeFile(control(), 'exit 0');
    const path = await script('app', 'grep -q VIRUS && exit 1', `. ${control()}`);
    ({ revisionId } = await revision(house));
    app = await house.startAnother({ MALWARE_SCAN_COMMAND: path, MALWARE_SCAN_SECONDS: '1' });
    const request = ((method: string, path: string, options: object) =>
      sendTo(`${app.url}${path}`, method, options)) as typeof house.request;
    by = someone({ ...house, request }, secretariat(house).objectId);
  }, 60_000);
  const sent = async (text: string): Promise<string> => {
    const { fileId } = await by.do('beginFile', { revisionId, name: 'Note.txt', size: text.length });
    await by.do('addFilePart', { fileId, number: 0, bytes: Buffer.from(text).toString('base64') });
    return fileId;
  };
  const finish = async (fileId: string) => (await by.act('finishFile', { fileId })) as any;
  const partsOf = (fileId: string) => house.sql('select 1 from file_part where file_id = $1', [fileId]);
  const shown = async () => (await by.view('connections')).malwareScan;

  test('lets in what is clean and nothing that is infected, whose bytes are gone', async () => {
    expect(await shown()).toMatchObject({ on: true, ok: null });
    expect((await finish(await sent('rent'))).body.ok).toBe(true);
    const fileId = await sent('VIRUS');
    expect((await finish(fileId)).body.refusal.code).toBe('fileInfected');
    expect(await partsOf(fileId)).toEqual([]);
    expect(await shown()).toMatchObject({ on: true, ok: true });
  });

  test.each([
    ['exit 3', 'scannerFailed'],
    ['sleep 60', 'scannerSilent'],
  ])(
    'lets in nothing that could not be scanned (%s), says why, and takes it when it can',
    async (does, why) => {
      await writeFile(control(), does);
      const fileId = await sent('rent');
      const { status, body } = await finish(fileId);
      expect([status, body.refusal.code, isWhole(body.refusal)]).toEqual([503, why, true]);
      expect(await partsOf(fileId)).toHaveLength(1);
      expect(await shown()).toMatchObject({ on: true, ok: false });
      await writeFile(control(), 'exit 0');
      expect((await finish(fileId)).body.ok).toBe(true);
      expect(await shown()).toMatchObject({ ok: true });
    },
  );
});

test('without a scanner, which is how it comes, Opsætning says that files are not scanned', async () => {
  await house.startAnother();
  const { malwareScan } = await secretariat(house).view('connections');
  expect(malwareScan).toMatchObject({ on: false, ok: null });
  expect(malwareScan.sentence.da).toContain('undersøges ikke');
});
