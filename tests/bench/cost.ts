import { readFile } from 'node:fs/promises';
import { cpuMs, databaseCpuMs } from './database.ts';
import type { Server } from './ground.ts';
import { load, type Measured } from './load.ts';

/** A load, with the processor time it took of the server, and of the database behind it. */
export type Cost = Measured & { cpuMsPerRequest: number; databaseMsPerRequest: number };

/** Whose processor time is counted. */
export interface Counted {
  server: Server;
  databasePid: number;
}

/** Memory of a process now, in megabytes, as the kernel counts it. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

export async function measured(
  { server, databasePid }: Counted,
  token: string,
  seconds: number,
  body: () => string,
  mustHold: string,
): Promise<Cost> {
  const used = async () => [await cpuMs(server.process.pid!), await databaseCpuMs(databasePid)] as const;
  const before = await used();
  const answer = await load(server.url, token, seconds, body, mustHold);
  const after = await used();
  const each = (at: 0 | 1): number => rounded((after[at] - before[at]) / Math.max(1, answer.answered), 3);
  return { ...answer, cpuMsPerRequest: each(0), databaseMsPerRequest: each(1) };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0);

export interface Ratios {
  /** Of requests a second, and of processor time, to the bare handler's. */
  ratio: number;
  cpuRatio: number;
}

/** Rounds as one: medians, and the medians of each round's ratios to the bare one beside it. */
export function inTotal(costs: Cost[], bare: Cost[]): Cost & Ratios {
  const of = (name: keyof Cost): number[] => costs.map((cost) => cost[name]);
  const toBare = (name: 'requestsPerSecond' | 'cpuMsPerRequest'): number =>
    rounded(median(costs.map((cost, index) => cost[name] / bare[index]![name])), 2);
  return {
    requestsPerSecond: median(of('requestsPerSecond')),
    p50: median(of('p50')),
    p99: median(of('p99')),
    answered: sum(of('answered')),
    failed: sum(of('failed')),
    cpuMsPerRequest: rounded(median(of('cpuMsPerRequest')), 3),
    databaseMsPerRequest: rounded(median(of('databaseMsPerRequest')), 3),
    ratio: toBare('requestsPerSecond'),
    cpuRatio: toBare('cpuMsPerRequest'),
  };
}
