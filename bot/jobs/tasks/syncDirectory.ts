import { asClock } from '../../acts/asClock.ts';
import { acts } from '../../acts/index.ts';
import { t } from '../../i18n/index.ts';
import type { Directory, DirectoryChanges, DirectoryPerson } from '../../ports.ts';
import { directorySourceRows, updateSource } from '../../store/directory.ts';
import type { DirectorySourceRow } from '../../store/schema.ts';
import { dropCursor, keepCursor, readCursor } from '../../store/watching.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../queue.ts';

/** Read in full so often at least: what no delta told is found then. */
const fullMs = 24 * 3600_000;

/** Looks at what changed in Entra, or reads all of it; each source by itself, so that one that fails stops no other. */
export async function syncDirectory(work: Work, asked: Jobs['syncDirectory']): Promise<void> {
  const { directory, db, house } = work;
  const rows = await directorySourceRows(db);
  if (!directory || rows.length === 0) return;
  const now = house.clock.now().getTime();
  const due = rows.some((row) => !row.readAt || row.failure || now - row.readAt.getTime() > fullMs);
  const kept = await readCursor(db);
  const groups = [...new Set(rows.map((row) => row.groupId))].sort();
  const same = kept !== null && kept.groupIds.join() === groups.join();
  if (asked.full || due || !same) return readAll(work, directory, rows, groups, asked);
  const changes = await directory.changes(kept.cursor);
  if (!changes) return readAll(work, directory, rows, groups, asked);
  await takeChanges(work, rows, changes);
  await keepCursor(db, { cursor: changes.cursor, groupIds: groups });
}

async function readAll(
  work: Work,
  directory: Directory,
  rows: DirectorySourceRow[],
  groupIds: string[],
  { dryRun = false, confirmed }: Jobs['syncDirectory'],
): Promise<void> {
  // Before reading, so that nothing that happens meanwhile falls between the two.
  const cursor = dryRun ? null : await directory.cursor(groupIds);
  let failed = 0;
  for (const row of rows) {
    try {
      const people = await (row.source === 'team' ? directory.team : directory.group)(row.groupId);
      await take(work, row, { people, dryRun, confirmed: confirmed === row.source });
    } catch (error) {
      failed += 1;
      const failure = error instanceof Error ? error.message.slice(0, 500) : String(error);
      await updateSource(work.db, row.source, { failedAt: work.house.clock.now(), failure });
      work.log.warn({ err: error, source: row.source }, 'the directory could not be read');
    }
  }
  if (failed > 0) await dropCursor(work.db);
  else if (cursor) await keepCursor(work.db, { cursor, groupIds });
}

async function takeChanges(work: Work, rows: DirectorySourceRow[], changes: DirectoryChanges): Promise<void> {
  for (const row of rows) {
    const mine = changes.groups.filter(({ groupId }) => groupId === row.groupId);
    const joined = mine.flatMap((one) => one.joined);
    const left = mine.flatMap((one) => one.left);
    await take(work, row, { joined, left });
  }
}

interface Reading {
  people?: DirectoryPerson[];
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
