import { childrenLetter } from '../../infra/local/scenarios/springMeeting/children.ts';
import type { Desk } from './desk.ts';

const widths = [320, 768, 1024];

/** What sticks out of the window to the side, and words that stick out of their own box onto what stands beside it. */
function stickingOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const name = (one: Element): string =>
    `${one.tagName.toLowerCase()}.${one.className} »${one.textContent?.slice(0, 20)}«`;
  const all = [...document.querySelectorAll<HTMLElement>('body *')];
  const out = all.filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5).slice(-2);
  const spilling = all.filter((one) => {
    const { overflowX, display, clipPath } = getComputedStyle(one);
    const inLine = (node: Node): boolean =>
      !(node instanceof Element) || getComputedStyle(node).display === 'inline';
    const words = [...one.childNodes].some((node) => inLine(node) && node.textContent?.trim());
    const drawn = overflowX === 'visible' && display !== 'inline' && clipPath === 'none';
    return words && drawn && one.scrollWidth > one.clientWidth + 1;
  });
  return [
    ...(scrollWidth > clientWidth
      ? [`${scrollWidth} of ${clientWidth}: ${out.map(name).join(' and ')}`]
      : []),
    ...spilling.map((one) => `out of its box at ${clientWidth}: ${name(one)}`),
  ].map((one) => `${location.pathname} ${one}`);
}

/** In the page and in the tab. */
async function wider(desk: Desk): Promise<string[]> {
  return (await Promise.all(desk.page.frames().map((frame) => frame.evaluate(stickingOut)))).flat();
}

/**
 * Letters a tenth wider than those the journeys bring, whichever font somebody has: after each letter comes a tenth
 * of what an average one of them takes, measured on a Danish text.
 */
async function spaceLetters(desk: Desk, share: number): Promise<void> {
  for (const frame of desk.page.frames())
    await frame.evaluate(
      ([text, share]) => {
        const pen = document.createElement('canvas').getContext('2d')!;
        pen.font = `100px ${getComputedStyle(document.body).fontFamily}`;
        const average = pen.measureText(text).width / 100 / text.length;
        const style = document.querySelector('style#spaced') ?? document.createElement('style');
        style.id = 'spaced';
        style.textContent = share ? `* { letter-spacing: ${average * share}em !important }` : '';
        document.head.append(style);
      },
      [childrenLetter, share] as const,
    );
}

async function unfold(desk: Desk): Promise<void> {
  for (const frame of desk.page.frames())
    await frame.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = !one.closest('.menu');
    });
  await desk.settled();
}

/** What is wider than the window with all that folds unfolded, at every width, with the letters as they are and a tenth wider. */
export async function sideways(desk: Desk): Promise<string[]> {
  await unfold(desk);
  const found: string[] = [];
  for (const share of [0, 0.1]) {
    await spaceLetters(desk, share);
    for (const width of widths) {
      await desk.page.setViewportSize({ width, height: 640 });
      found.push(...(await wider(desk)).map((one) => `${one}${share ? ', wide letters' : ''}`));
    }
  }
  await spaceLetters(desk, 0);
  await desk.page.setViewportSize({ width: 320, height: 640 });
  return found;
}
