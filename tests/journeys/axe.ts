import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import type { Desk } from './desk.ts';

const { resolve } = createRequire(import.meta.url);
const axe = readFileSync(
  createRequire(resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);
/** A page that was asked everything in its language is asked of its colours alone in one more theme. */
export type About = 'everything' | 'colours';
type Axe = { run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** The page and the tab each on their own: going through frames as one costs axe five times the time. */
async function complaintsIn(frame: Frame, about: About): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe);
  return frame.evaluate(async (about) => {
    const { run } = (globalThis as unknown as { axe: Axe }).axe;
    const only = about === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
    const { violations } = await run({ iframes: false, resultTypes: ['violations'], ...only });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${location.pathname} ${id}: ${html}`),
    );
  }, about);
}

/** What axe finds wrong in everything this desk shows, or in the tab alone while only that has changed. */
export async function complaints(
  desk: Desk,
  where: 'everywhere' | 'tab' = 'everywhere',
  about: About = 'everything',
): Promise<string[]> {
  await desk.settled();
  const frames = desk.page.frames().filter((one) => where === 'everywhere' || one !== desk.page.mainFrame());
  return (await Promise.all(frames.map((frame) => complaintsIn(frame, about)))).flat();
}
