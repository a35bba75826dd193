import type { FrameLocator, Locator, Page } from 'playwright-core';

export const bot = 'POGI';
export const channel = 'Partnerskab for Offentlige Grønne Indkøb';

/** Somebody at the page: everything is found by its role and words, as a person finds it. */
export class Desk {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  async arrive(url: string): Promise<void> {
    await this.page.goto(url);
    await this.#me.waitFor();
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
    if (!(await this.#people.isVisible())) await this.#me.click();
    await this.#people.getByLabel('Søg rolle eller organisation').fill(`${role} ${organisation}`);
    const group = this.#people.locator('section', {
      has: this.page.getByRole('heading', { name: organisation }),
    });
    await group.getByRole('button', { name: role }).first().click();
    await this.#me.filter({ hasText: `${role}, ${organisation}` }).waitFor();
  }

  see(view: 'Chat' | 'Møde' | 'Faneblad' | 'Team' | 'Mails' | 'Fejl'): Promise<void> {
    const views = this.page.getByRole('navigation', { name: 'Visninger' });
    return views.getByRole('button', { name: new RegExp(`^${view}`) }).click();
  }

  async openChat(name: string | RegExp): Promise<void> {
    await this.see('Chat');
    const start = new RegExp(typeof name === 'string' ? `^${name} ` : name.source.replace('$', ' '));
    await this.page.locator('.chat-list').getByRole('button', { name: start }).click();
    await this.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /^Skriv en besked/ }).fill(text);
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** The newest message of the open chat that says this. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('log').getByRole('article').filter({ hasText: text }).last();
  }

  /** Presses a button of a card and waits for its answer. */
  async press(card: Locator, name: string): Promise<void> {
    await card.getByRole('button', { name, exact: true }).click();
  }

  async openTab(...links: string[]): Promise<void> {
    await this.see('Faneblad');
    for (const name of links) await this.tab.getByRole('link', { name }).first().click();
  }

  async moveClock(time: string): Promise<void> {
    const menu = this.page.locator('summary', { hasText: 'Appens ur' });
    await menu.click();
    const field = this.page.getByLabel('Stil uret til');
    const [day] = (await field.inputValue()).split('T');
    await field.fill(`${day}T${time}`);
    await this.page.getByRole('button', { name: 'Stil', exact: true }).click();
    await this.page.getByText(time.replace(':', '.')).first().waitFor();
    await menu.click();
  }

  /** Into the meeting of the open chat, or out of it. */
  async attend(inMeeting: boolean): Promise<void> {
    await this.page.getByRole('button', { name: inMeeting ? 'Deltag' : 'Forlad', exact: true }).click();
    await this.page.getByText(inMeeting ? 'Du er i mødet' : 'Du er ikke i mødet').waitFor();
  }
}

export const seen = (one: Locator): Promise<void> => one.first().waitFor();
export const gone = (one: Locator): Promise<void> => one.first().waitFor({ state: 'hidden' });
