import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { complaints } from './axe.ts';
import { bot, seen, type Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { promises } from './steps.ts';

/** Words are told apart by the language they stand in: the third choice is made in English. */
const looks = [
  { theme: 'Lyst', language: 'da' },
  { theme: 'Mørkt', language: 'en' },
  { theme: 'Contrast', language: 'en' },
] as const;

/** Elements on the page or in the tab that stick out to the side. */
async function wider(desk: Desk): Promise<string[]> {
  const found = await Promise.all(
    desk.page.frames().map((frame) =>
      frame.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [`${location.pathname}: ${scrollWidth} of ${clientWidth}`] : [];
      }),
    ),
  );
  return found.flat();
}

/** As somebody without a mouse gets there. */
async function tabTo(desk: Desk, wanted: Locator): Promise<void> {
  await seen(wanted);
  for (let presses = 0; presses < 80; presses += 1) {
    await desk.page.keyboard.press('Tab');
    if (await wanted.first().evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`not reached by keyboard: ${String(wanted)}`);
}

describe('a small screen, a keyboard, and a screen reader', () => {
  const ground = new Ground();
  const kept = promises(ground, 'reach');
  let desk: Desk;

  beforeAll(async () => {
    await ground.open();
    desk = await ground.desk(320, 640);
  });
  afterAll(() => ground.close());

  const enter = async (wanted: Locator): Promise<void> => {
    await tabTo(desk, wanted);
    await desk.page.keyboard.press('Enter');
  };

  /** Every page of the tab, by the links that are there in any language. */
  const pages = async (look: () => Promise<void>): Promise<void> => {
    const links = desk.tab.locator('ul.nav a');
    await links.first().click();
    await seen(desk.tab.getByRole('article'));
    await look();
    for (let index = 1; index < (await links.count()); index += 1) {
      await links.nth(index).click();
      await settled();
      await look();
    }
    await links.first().click();
    await desk.tab.getByRole('link', { name: 'Rengøring' }).first().click();
    const parts = desk.tab.locator('ul.subnav a');
    await seen(parts);
    for (let index = 0; index < (await parts.count()); index += 1) {
      await parts.nth(index).click();
      await settled();
      await look();
    }
  };
  const settled = async (): Promise<void> => {
    await desk.tab.locator('#main h1').first().waitFor();
    await desk.tab.locator('#main [aria-busy=true], #main .wait').first().waitFor({ state: 'hidden' });
  };

  test(
    'a comment is written with nothing but the keyboard, on a screen of 320 pixels',
    kept(async () => {
      await desk.become('Rengøringskonsulent', 'Herning Kommune');
      await desk.see('Faneblad');
      await enter(desk.tab.getByRole('link', { name: 'Rengøring', exact: true }));
      await seen(desk.tab.getByRole('heading', { level: 1, name: '5 Rengøring' }));
      await enter(desk.tab.getByRole('button', { name: 'Skriv en bemærkning' }));
      const form = desk.tab.getByRole('form', { name: 'Skriv en bemærkning' });
      await tabTo(desk, form.getByRole('textbox', { name: 'Bemærkning' }));
      await desk.page.keyboard.type('Skrevet uden mus.');
      await enter(form.getByRole('button', { name: 'Send bemærkningen' }));
      await seen(desk.tab.getByText('Bemærkningen er gemt.'));
      await seen(desk.tab.getByRole('listitem').filter({ hasText: 'Skrevet uden mus.' }));
    }),
  );

  test(
    'nothing scrolls sideways at 320 pixels',
    kept(async () => {
      await desk.become('Sekretariatsleder', 'sekretariatet');
      await desk.see('Faneblad');
      const found: string[] = [];
      await pages(async () => void found.push(...(await wider(desk))));
      for (const view of ['Chat', 'Møde', 'Mails', 'Fejl'] as const) {
        await desk.see(view);
        found.push(...(await wider(desk)));
      }
      await desk.openChat(bot);
      found.push(...(await wider(desk)));
      expect(found).toEqual([]);
    }),
  );

  test(
    'the pages on personal data and on terms are for everyone: small, dark, and with a screen reader',
    kept(async () => {
      const stranger = await ground.desk(320, 640);
      const found: string[] = [];
      for (const path of ['/privacy', '/terms'])
        for (const colorScheme of ['light', 'dark'] as const) {
          await stranger.page.emulateMedia({ colorScheme });
          await stranger.page.goto(ground.url + path);
          await seen(stranger.page.getByRole('heading', { level: 1 }));
          found.push(...(await wider(stranger)), ...(await complaints(stranger)));
        }
      expect(found).toEqual([]);
    }),
  );

  for (const { theme, language } of looks)
    test(
      `axe has nothing to say: ${theme}, ${language}`,
      kept(async () => {
        await desk.page.setViewportSize({ width: 1280, height: 900 });
        const choices = desk.page.locator('.settings select');
        await choices.last().selectOption({ label: theme });
        await choices.first().selectOption(language);
        const found: string[] = [];
        const look = async (): Promise<void> => void found.push(...(await complaints(desk)));
        const views = desk.page.locator('#rail button');
        for (const index of [0, 1, 3, 4]) {
          await views.nth(index).click();
          if (index === 0) await desk.page.locator('.chat-list li button').first().click();
          await look();
        }
        await views.nth(2).click();
        await pages(look);
        expect([...new Set(found)]).toEqual([]);
      }),
    );
});
