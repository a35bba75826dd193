import { beforeAll, describe, expect, test } from '@jest/globals';
import { holdAgainstGraph } from '../../support/graphCheck.ts';
import { tour } from './graphTour.ts';
import { traffic, useEar, useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
const ear = useEar();
describe('the record of a tour through every route', () => {
  let lines: string;
  beforeAll(async () => {
    await tour(stage, graph, ear);
    lines = await traffic(stage);
  });

  test('says nothing that Graph v1.0 has not', () => {
    holdAgainstGraph(lines);
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
