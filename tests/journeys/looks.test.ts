import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { complaints } from './axe.ts';
import type { Desk } from './desk.ts';
import { Ground } from './ground.ts';
import { promises } from './steps.ts';
import { everyPage, everyView, firstChat } from './walk.ts';

/** Words are told apart by the language they stand in: the third choice is made in English. */
const looks = [
  { theme: 'Lyst', language: 'da', about: 'everything' },
  { theme: 'Mørkt', language: 'en', about: 'everything' },
  { theme: 'Contrast', language: 'en', about: 'colours' },
] as const;

describe('a screen reader, in every theme and language', () => {
  const ground = new Ground();
  const kept = promises(ground, 'looks');
  let desk: Desk;

  beforeAll(async () => {
    await ground.open();
    desk = await ground.desk();
    await desk.become('Sekretariatsleder', 'sekretariatet');
  });
  afterAll(() => ground.close());

  for (const { theme, language, about } of looks)
    test(
      `axe has nothing to say: ${theme}, ${language}`,
      kept(async () => {
        const choices = desk.page.locator('.settings select');
        await choices.last().selectOption({ label: theme });
        await choices.first().selectOption(language);
        const found: string[] = [];
        const look = async (): Promise<void> =>
          void found.push(...(await complaints(desk, 'everywhere', about)));
        await everyView(desk, look);
        await firstChat(desk, look);
        await desk.page.locator('#rail button').nth(2).click();
        await look();
        await everyPage(desk, async () => void found.push(...(await complaints(desk, 'tab', about))));
        expect([...new Set(found)]).toEqual([]);
      }),
    );
});
