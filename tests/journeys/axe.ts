import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import type { Desk } from './desk.ts';

const { resolve } = createRequire(import.meta.url);
const axe = readFileSync(
  createRequire(resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);
type Axe = { run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** The page and the tab each on their own: going through frames as one costs axe five times the time. */
async function complaintsIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: Axe }).axe;
    const { violations } = await run({ iframes: false, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${location.pathname} ${id}: ${html}`),
    );
  });
}

/** What axe finds wrong in everything this desk shows, or in the tab alone while only that has changed. */
export async function complaints(desk: Desk, where: 'everywhere' | 'tab' = 'everywhere'): Promise<string[]> {
  await desk.settled();
  const frames = desk.page.frames().filter((one) => where === 'everywhere' || one !== desk.page.mainFrame());
  return (await Promise.all(frames.map(complaintsIn))).flat();
}
