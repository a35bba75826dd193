import type { Desk } from './desk.ts';
import { counted } from './until.ts';

type Look = (desk: Desk) => Promise<void>;

/** Every page of the tab as the secretariat has it, each at rest. Found by where it stands, so in any language. */
export async function everyPage(desk: Desk, look: Look): Promise<void> {
  const go = async (at: ReturnType<Desk['tab']['locator']>): Promise<void> => {
    await at.click();
    await desk.settled();
    await look(desk);
  };
  const pages = desk.tab.locator('ul.nav a');
  await counted(pages, 6);
  for (let index = 5; index >= 0; index -= 1) await go(pages.nth(index));
  await go(desk.tab.locator('article.row h2 a', { hasText: /^Rengøring$/ }));
  const parts = desk.tab.locator('ul.subnav a');
  await counted(parts, 7);
  for (let index = 1; index < 7; index += 1) await go(parts.nth(index));
  await pages.nth(2).click();
  await go(desk.tab.locator('.meeting-row a').first());
}

/** Every view of the page that `npm start` opens, but for the tab. */
export async function everyView(desk: Desk, look: Look): Promise<void> {
  const views = desk.page.locator('#rail button');
  await counted(views, 6);
  for (const index of [0, 1, 3, 4, 5]) {
    await views.nth(index).click();
    await desk.settled();
    await look(desk);
  }
}

/** A conversation, with its cards; back again to the list. */
export async function firstChat(desk: Desk, look: Look): Promise<void> {
  await desk.page.locator('#rail button').first().click();
  await desk.page.locator('.chat-list li button').first().click();
  await desk.page.getByRole('log').getByRole('article').first().waitFor();
  await desk.settled();
  await look(desk);
}
