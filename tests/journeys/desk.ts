import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Requests } from './requests.ts';
import { gone, patience, until } from './until.ts';

export const bot = 'POGI';
export const channel = 'Partnerskab for Offentlige Grønne Indkøb';

type View = 'Chat' | 'Møde' | 'Faneblad' | 'Team' | 'Mails' | 'Fejl';

/** Somebody at the page: everything is found by its role and words, as a person finds it. */
export class Desk {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[] = [];
  readonly #requests: Requests;

  constructor(page: Page) {
    this.page = page;
    this.#requests = new Requests(page);
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** A first visit: the page asks who one is, and here nobody says it yet. */
  async arrive(url: string): Promise<void> {
    await this.page.goto(url);
    await this.#people.getByRole('button', { name: 'Luk' }).click();
    await gone(this.#people);
  }

  get #me(): Locator {
    return this.page.getByRole('button', { name: /Skift$/ });
  }

  get #people(): Locator {
    return this.page.getByRole('dialog', { name: 'Vælg, hvem du er' });
  }

  get tab(): FrameLocator {
    return this.page.frameLocator('iframe[src^="/tab"]');
  }

  async become(role: string, organisation: string): Promise<void> {
    await this.#me.click();
    await this.#people.getByLabel('Søg rolle eller organisation').fill(`${role} ${organisation}`);
    const group = this.#people.locator('section', {
      has: this.page.getByRole('heading', { name: organisation }),
    });
    await group.getByRole('button', { name: role }).first().click();
    await this.#me.filter({ hasText: `${role}, ${organisation}` }).waitFor();
  }

  see(view: View): Promise<void> {
    const views = this.page.getByRole('navigation', { name: 'Visninger' });
    return views.getByRole('button', { name: new RegExp(`^${view}`) }).click();
  }

  async openChat(name: string | RegExp): Promise<void> {
    await this.see('Chat');
    const start = new RegExp(typeof name === 'string' ? `^${name} ` : name.source.replace('$', ' '));
    const heading = this.page.getByRole('heading', { level: 2, name, exact: true });
    // A message that comes meanwhile moves its chat up, and the press meets another.
    await until(
      async () => {
        await this.page.locator('.chat-list').getByRole('button', { name: start }).click();
        return heading.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      },
      `the chat ${String(name)}`,
    );
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /^Skriv en besked/ }).fill(text);
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** The newest message of the open chat that says this. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('log').getByRole('article').filter({ hasText: text }).last();
  }

  /** That very message from now on, also when a newer one says the same: a reminder may come at any minute. */
  async card(text: string | RegExp): Promise<Locator> {
    const id = await this.message(text).evaluate((one) => (one as HTMLElement).dataset['message']);
    return this.page.getByRole('log').locator(`[data-message="${id}"]`);
  }

  /** Presses a button of a card and waits for its answer: a card that is still sending takes no other press. */
  async press(card: Locator, name: string): Promise<void> {
    await card.getByRole('button', { name, exact: true }).click();
    await gone(this.page.locator('.log .card[aria-busy=true]'));
  }

  /** One of the tab's own pages. */
  async openTab(name: string): Promise<void> {
    await this.see('Faneblad');
    const pages = this.tab.getByRole('navigation', { name: 'Sider' });
    await pages.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  }

  /** A case by its name in the list, and one of its parts. */
  async openCase(title: string, part?: string): Promise<void> {
    await this.openTab('Arbejdsgrupper');
    await this.tab.locator('article.row').getByRole('link', { name: title, exact: true }).click();
    if (part) await this.openPart(part);
  }

  async openPart(name: string): Promise<void> {
    const parts = this.tab.getByRole('navigation', { name: 'Dele af sagen' });
    await parts.getByRole('link', { name: new RegExp(`^${name}( \\(|$)`) }).click();
  }

  async moveClock(day: string, time: string): Promise<void> {
    const menu = this.page.locator('.menu.clock');
    await menu.locator('summary').click();
    await menu.getByLabel('Stil uret til').fill(`${day}T${time}`);
    await menu.getByRole('button', { name: 'Stil', exact: true }).click();
    const told = new RegExp(` ${Number(day.slice(-2))}\\. .*${time.replace(':', '\\.')}$`);
    await menu.locator('summary').filter({ hasText: told }).waitFor();
    await menu.locator('summary').click();
  }

  /** Into the meeting of the open chat, or out of it. */
  async attend(inMeeting: boolean): Promise<void> {
    const presence = this.page.locator('.presence');
    await presence.getByRole('button', { name: inMeeting ? 'Deltag' : 'Forlad', exact: true }).click();
    await presence.getByText(inMeeting ? 'Du er i mødet' : 'Du er ikke i mødet').waitFor();
  }

  /** All that this window shows has come and is drawn; only then may it be measured. */
  async settled(): Promise<void> {
    const idle = (): Promise<boolean> =>
      this.page.evaluate(() => {
        const tab = document.querySelector<HTMLIFrameElement>('iframe[src^="/tab"]')?.contentDocument;
        const shown = !tab || (tab.querySelector('#main h1') && !tab.querySelector('#main .wait'));
        return document.documentElement.dataset['ready'] !== 'no' && Boolean(shown);
      });
    const drawn = (): Promise<void> =>
      this.page.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      );
    const quiet = async (): Promise<boolean> => this.#requests.none && (await idle());
    // Twice with a drawing between: what has come may be about to ask for more.
    await until(async () => (await quiet()) && (await drawn(), await quiet()), 'a page at rest');
  }
}
