import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Desk } from './desk.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

const plain = 'DejaVu Sans';
const fixed = 'DejaVu Sans Mono';

const instead = (test: string, family: string): string =>
  `<match target="pattern">${test}<edit name="family" mode="assign" binding="strong"><string>${family}</string></edit></match>`;
const asked = (compare: 'eq' | 'not_eq', family: string): string =>
  `<test name="family" compare="${compare}"><string>${family}</string></test>`;

/**
 * The journeys' own letters, so that every machine lays the pages out alike: the browser is given no others. They
 * are wide ones, and stand in for whatever a page asks for.
 */
export async function writeLetters(place: string): Promise<string> {
  const file = join(place, 'fonts.conf');
  const rules = [
    ...['monospace', 'Monospace', 'Consolas', 'Courier New'].map((one) => instead(asked('eq', one), fixed)),
    instead(asked('not_eq', fixed) + asked('not_eq', plain), plain),
    `<match target="pattern"><edit name="family" mode="append_last"><string>${plain}</string></edit></match>`,
  ];
  const parts = [`<dir>${folder}</dir>`, `<cachedir>${join(place, 'letters')}</cachedir>`, ...rules];
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>\n${parts.join('\n')}\n</fontconfig>\n`);
  return file;
}

/** The fonts that the browser draws this window's words with, the tab's too. */
export async function lettersIn({ page }: Desk): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { nodes } = await devtools.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const names = new Set<string>();
  for (const { nodeId, nodeType } of nodes) {
    if (nodeType !== 1) continue;
    const drawn = await devtools.send('CSS.getPlatformFontsForNode', { nodeId }).catch((error: unknown) => {
      // The page goes on living: what has left it since is drawn with nothing.
      if (String(error).includes('Could not find node')) return { fonts: [] };
      throw error;
    });
    for (const { familyName } of drawn.fonts) names.add(familyName);
  }
  await devtools.detach();
  return [...names];
}
