import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { t } from '../../i18n/index.ts';
import type { Directory, DirectoryChanges, DirectoryPerson } from '../../ports.ts';
import { isAccount, readable, type Told } from '../../process/reach/directory.ts';
import { directorySourceRows, memberCount, updateSource } from '../../store/reach/directory.ts';
import type { DirectorySourceRow } from '../../store/schema.ts';
import { keepCursor, readCursor } from '../../store/reach/watching.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** Read in full so often at least: what no delta told is found then. */
const fullMs = 24 * 3600_000;

/** Looks at what changed in Entra, or reads all of it; each source by itself, so that one that fails stops no other. */
export async function syncDirectory(work: Work, asked: Jobs['syncDirectory']): Promise<void> {
  const { directory, db } = work;
  const rows = await directorySourceRows(db);
  if (!directory || rows.length === 0) return;
  const groups = [...new Set(rows.map((row) => row.groupId))].sort();
  if (asked.full || !(await lookForChanges(work, directory, rows, groups)))
    return readAll(work, directory, rows, groups, asked);
  const due = (await directorySourceRows(db)).filter((row) => isDue(work, row));
  // All of them: then the mark is a new one too.
  if (due.length === rows.length) return readAll(work, directory, due, groups, asked);
  await readEach(work, directory, due, asked);
}

/** Never read, read long ago, not readable the last time; or what came out waits for the secretariat, and may have passed. */
function isDue({ house }: Work, { readAt, failure, plan }: DirectorySourceRow): boolean {
  const now = house.clock.now().getTime();
  return !readAt || failure !== null || plan?.held === true || now - readAt.getTime() > fullMs;
}

/** Takes in what changed since the mark. False where there is no mark that is of use: then everything is read. */
async function lookForChanges(
  work: Work,
  directory: Directory,
  rows: DirectorySourceRow[],
  groupIds: string[],
): Promise<boolean> {
  const kept = await readCursor(work.db);
  if (kept?.groupIds.join() !== groupIds.join()) return false;
  const changes = await directory.changes(kept.cursor).catch((error: unknown) => {
    work.log.warn({ err: error }, 'the changes in the directory could not be read');
    return null;
  });
  if (!changes) return false;
  for (const row of rows.filter(({ readAt }) => readAt))
    await byItself(work, row, () => takeChanges(work, row, changes));
  // Asked for again from the same mark: what is told of each is how it stands when it is asked.
  if (changes.unnamed.length === 0) await keepCursor(work.db, { cursor: changes.cursor, groupIds });
  return true;
}

async function readAll(
  work: Work,
  directory: Directory,
  rows: DirectorySourceRow[],
  groupIds: string[],
  asked: Jobs['syncDirectory'],
): Promise<void> {
  // Before reading, so that nothing that happens meanwhile falls between the two.
  const cursor = asked.dryRun ? null : await newMark(work, directory, groupIds);
  await readEach(work, directory, rows, asked);
  if (cursor) await keepCursor(work.db, { cursor, groupIds });
}

/** Null where Graph gives none: what can be read is read all the same, and in full until it does. */
async function newMark({ log }: Work, directory: Directory, groupIds: string[]): Promise<string | null> {
  try {
    return await directory.cursor(groupIds);
  } catch (error) {
    log.warn({ err: error }, 'there is no mark from which the directory changes');
    return null;
  }
}

async function readEach(
  work: Work,
  directory: Directory,
  rows: DirectorySourceRow[],
  { dryRun = false, confirmed }: Jobs['syncDirectory'],
): Promise<void> {
  for (const row of rows)
    await byItself(work, row, async () => {
      const read = await everybody(work, directory, row);
      await take(work, row, { ...read, dryRun, confirmed: confirmed === row.source });
    });
}

/** Graph says that there is no such team or group. */
const isNotThere = (error: unknown): boolean => (error as { statusCode?: number }).statusCode === 404;

/** One that gave people and is there no more is an empty one, and is held as that; one that never was is a fault. */
async function everybody(
  { db }: Work,
  directory: Directory,
  { source, groupId }: DirectorySourceRow,
): Promise<Reading> {
  try {
    return readable(await (source === 'team' ? directory.team : directory.group)(groupId));
  } catch (error) {
    if (!isNotThere(error) || (await memberCount(db, source)) === 0) throw error;
    return { people: [], gone: true };
  }
}

/** What fails is noted at its source, and is read in full at the next look. */
async function byItself(
  { db, house, log }: Work,
  { source }: DirectorySourceRow,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : String(error);
    await updateSource(db, source, { failedAt: house.clock.now(), failure });
    log.warn({ err: error, source }, 'the directory could not be read');
  }
}

async function takeChanges(work: Work, row: DirectorySourceRow, changes: DirectoryChanges): Promise<void> {
  const mine = changes.groups.filter(({ groupId }) => groupId === row.groupId);
  const { people: joined } = readable(mine.flatMap((one) => one.joined));
  await take(work, row, { joined, left: mine.flatMap((one) => one.left).filter(isAccount) });
}

interface Reading {
  people?: DirectoryPerson[];
  unread?: Told[];
  gone?: boolean;
  joined?: DirectoryPerson[];
  left?: string[];
  dryRun?: boolean;
  confirmed?: boolean;
}

async function take(
  { house }: Work,
  { source, version }: DirectorySourceRow,
  reading: Reading,
): Promise<void> {
  const input = { source, version, unnamed: t('da', 'secretariat'), ...reading };
  await asClock(house, acts.noteDirectory, input);
}
