import { readdir, readFile } from 'node:fs/promises';

interface Stat {
  parent: number;
  /** Of itself, and of its children that have ended; in hundredths of a second, as the kernel counts. */
  own: number;
  ended: number;
}

/** Null: it has ended meanwhile. */
async function statOf(pid: string | number): Promise<Stat | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
}

/** Processor time that a process has used, in milliseconds. */
export const cpuMs = async (pid: number): Promise<number> => ((await statOf(pid))?.own ?? 0) * 10;

/** The same of a PostgreSQL: of its postmaster, of every process that it has, and of those that it had. */
export async function databaseCpuMs(postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(statOf));
  const children = stats.filter((stat) => stat?.parent === postmaster);
  const head = await statOf(postmaster);
  const all = children.reduce((total, child) => total + child!.own, (head?.own ?? 0) + (head?.ended ?? 0));
  return all * 10;
}
