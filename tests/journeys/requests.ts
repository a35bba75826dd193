import type { Page, Request } from 'playwright-core';

/** Lines that stay open for as long as the page does. */
const lasting = /\/(_platform\/events|api\/live)$/;

/** What a window has asked for and not yet got. */
export class Requests {
  readonly #open = new Set<Request>();

  constructor(page: Page) {
    page.on('request', (one) => !lasting.test(new URL(one.url()).pathname) && this.#open.add(one));
    page.on('requestfinished', (one) => this.#open.delete(one));
    page.on('requestfailed', (one) => this.#open.delete(one));
  }

  get none(): boolean {
    return this.#open.size === 0;
  }
}
