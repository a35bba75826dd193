import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { complaints } from './axe.ts';
import { bot, channel, type Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { lettersIn } from './letters.ts';
import { promises } from './steps.ts';
import { turnOff, turnOn } from './platform.ts';
import { gone, seen } from './until.ts';
import { everyPage, everyView, firstChat } from './walk.ts';
import { sideways } from './width.ts';

/** As somebody without a mouse gets there. */
async function tabTo(desk: Desk, wanted: Locator): Promise<void> {
  await seen(wanted);
  for (let presses = 0; presses < 80; presses += 1) {
    await desk.page.keyboard.press('Tab');
    if (await wanted.first().evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`not reached by keyboard: ${String(wanted)}`);
}

describe('a small screen, a keyboard and a slow hand', () => {
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
    'a press that takes longer than a message to come still counts',
    kept(async () => {
      const { page } = desk;
      await page.getByRole('button', { name: /Skift$/ }).hover();
      await page.mouse.down();
      const heard = page.waitForResponse(/_platform\/state$/);
      await turnOn(ground.url, 'slow');
      await heard;
      await desk.settled();
      await page.mouse.up();
      const people = page.getByRole('dialog', { name: 'Vælg, hvem du er' });
      await people.getByRole('button', { name: 'Luk' }).click();
      await seen(page.locator('#rail .count', { hasText: '1' }));
      await turnOff(ground.url);
    }),
  );

  test(
    'who becomes somebody else sees nothing of the one before, however slowly the messages come',
    kept(async () => {
      // Wide enough for the list of chats beside the one that is open.
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      await desk.become('Indkøbschef', 'Aarhus Kommune');
      await desk.openChat(channel);
      const messages = desk.page.getByRole('log').getByRole('article');
      await seen(messages);
      const held = Promise.withResolvers<void>();
      await desk.page.route(/\/messages\?as=/, async (route) => {
        await held.promise;
        await route.continue();
      });
      await desk.become('Indkøbschef', 'Odense Kommune');
      await seen(desk.page.getByRole('heading', { level: 2, name: channel }));
      await gone(messages);
      await desk.openChat(bot);
      held.resolve();
      await seen(messages);
      await desk.page.setViewportSize({ width: 320, height: 640 });
    }),
  );

  test(
    'every letter is of those that the journeys bring, on any machine',
    kept(async () => {
      expect(await lettersIn(desk)).toEqual(['DejaVu Sans']);
      await desk.see('Faneblad');
      await desk.settled();
      expect(await lettersIn(desk)).toEqual(['DejaVu Sans']);
    }),
  );

  test(
    'nothing scrolls sideways at 320, 768 and 1024 pixels, nor with letters a tenth wider',
    kept(async () => {
      await desk.become('Sekretariatsleder', 'sekretariatet');
      await desk.see('Faneblad');
      const found: string[] = [];
      const look = async (): Promise<void> => void found.push(...(await sideways(desk)));
      await everyPage(desk, look);
      await everyView(desk, look);
      await firstChat(desk, look);
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
          found.push(...(await sideways(stranger)), ...(await complaints(stranger)));
        }
      expect(found).toEqual([]);
    }),
  );
});
