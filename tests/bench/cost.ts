import { readFile } from 'node:fs/promises';
import type { Server } from './ground.ts';
import { load, type Measured } from './load.ts';

/** A load, with the processor time it took of the server. */
export type Cost = Measured & { cpuMsPerRequest: number };

/** Memory of a process now, in megabytes, as the kernel counts it. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Processor time a process has used, in milliseconds (the kernel counts hundredths of a second). */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

export async function measured(
  server: Server,
  token: string,
  seconds: number,
  body: () => string,
  mustHold: string,
): Promise<Cost> {
  const before = await cpuMs(server.process.pid!);
  const answer = await load(server.url, token, seconds, body, mustHold);
  const used = (await cpuMs(server.process.pid!)) - before;
  return { ...answer, cpuMsPerRequest: rounded(used / Math.max(1, answer.answered), 3) };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0);

/** Rounds as one: medians, and the median of each round's ratio to the bare one beside it. */
export function inTotal(costs: Cost[], bare: Cost[]): Cost & { ratio: number } {
  const of = (name: keyof Cost): number[] => costs.map((cost) => cost[name]);
  const ratios = costs.map((cost, index) => cost.requestsPerSecond / bare[index]!.requestsPerSecond);
  return {
    requestsPerSecond: median(of('requestsPerSecond')),
    p50: median(of('p50')),
    p99: median(of('p99')),
    answered: sum(of('answered')),
    failed: sum(of('failed')),
    cpuMsPerRequest: rounded(median(of('cpuMsPerRequest')), 3),
    ratio: rounded(median(ratios), 2),
  };
}
