import { activity, channelToken, invoke, wordsOf } from '../support/teams.ts';
import type { ActName } from '../../bot/acts/index.ts';
import { t } from '../../bot/i18n/index.ts';
import { isWhole, type Someone } from '../support/factories.ts';
import { tenantId, type House } from '../support/app.ts';
import type { Random } from './random.ts';
import type { Replicas } from './replicas.ts';
import type { Stage } from './stage.ts';
import type { Ledger } from './ledger.ts';
import type { Told } from './told.ts';

/** Longer than this nobody waits; whoever is told nothing until then was told nothing in bounded time. */
const mostMs = 45_000;
/** The receipts of what is pressed on cards here; a card without one, or that says so, is a refusal. */
const late = /er ikke gemt/;
const receipt =
  /\b(Gemt|Rettet|Trukket tilbage|Afgivet) |stemmer (for|imod) \(|undlader at stemme \(|er inhabil \(/;
/** What is told when it is saved, and the card that would say so could not be made. */
const saved = t('da', 'card.saved');
/** True while Teams does not answer, which is one of the faults. */
const notOurs = new Set(['presenceUnknown', 'presenceUnclear']);
const tokenMs = 10 * 60_000;

interface Said {
  status: number;
  body: any;
  text: string;
}

/** The doors of whichever replica a press comes to, and what was said there. */
export class Door {
  #house: House;
  #replicas: Replicas;
  #stage: Stage;
  #ledger: Ledger;
  #random: Random;
  #tokens = new Map<string, { token: Promise<string>; at: number }>();

  constructor(at: { house: House; replicas: Replicas; stage: Stage; ledger: Ledger }, random: Random) {
    this.#house = at.house;
    this.#replicas = at.replicas;
    this.#stage = at.stage;
    this.#ledger = at.ledger;
    this.#random = random;
  }

  /** Tokens of an hour are not kept for longer. */
  #token(of: string, make: () => Promise<string>): Promise<string> {
    const known = this.#tokens.get(of);
    if (known && Date.now() - known.at < tokenMs) return known.token;
    const token = make();
    this.#tokens.set(of, { token, at: Date.now() });
    return token;
  }

  #tokenOf({ objectId }: Someone): Promise<string> {
    return this.#token(objectId, async () => (await this.#house.api('POST', '/token', { objectId })).token);
  }

  async #send(path: string, token: string, init: RequestInit & { key?: string } = {}): Promise<Said | null> {
    const { key, ...rest } = init;
    const headers = {
      authorization: `Bearer ${token}`,
      ...(rest.body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    };
    const began = Date.now();
    try {
      const url = `${this.#replicas.url(this.#random)}${path}`;
      const answer = await fetch(url, { ...rest, headers, signal: AbortSignal.timeout(mostMs) });
      const text = await answer.text();
      const json = answer.headers.get('content-type')?.includes('json') && text !== '';
      return { status: answer.status, body: json ? JSON.parse(text) : text, text };
    } catch {
      if (Date.now() - began >= mostMs)
        this.#ledger.found('told wrong', `${path} was not answered in ${mostMs} ms`);
      return null;
    }
  }

  /** Somebody presses, in the tab or on a card; the key is the press's own. */
  press(who: Someone, name: ActName, input: object, key: string, card = false): Promise<Told> {
    const chat = card ? this.#stage.chats.get(who.objectId) : undefined;
    return chat ? this.#onCard(who, chat, name, input, key) : this.#inTab(who, name, input, key);
  }

  async #inTab(who: Someone, name: ActName, input: object, key: string): Promise<Told> {
    const init = { method: 'POST', body: JSON.stringify(input), key };
    const said = await this.#send(`/api/acts/${name}`, await this.#tokenOf(who), init);
    if (!said) return { is: 'unknown' };
    this.#stage.shown(who, said.text, `the answer to ${name}`);
    const { status, body } = said;
    if (body.ok === true) return { is: 'done', result: body.result };
    const { refusal } = body;
    if (status === 503 && refusal?.code === 'outcomeUnknown') return { is: 'unknown' };
    if (status === 503 && refusal?.code === 'unavailable') return { is: 'unchanged' };
    if ((status >= 500 && !notOurs.has(refusal?.code)) || !isWhole(refusal)) {
      this.#ledger.found('told wrong', `${name} was answered ${status}: ${said.text.slice(0, 300)}`);
      return { is: 'unchanged' };
    }
    return { is: 'refused', code: refusal.code };
  }

  async #onCard(who: Someone, chat: string, name: ActName, input: object, key: string): Promise<Told> {
    const conversation = { id: chat, conversationType: 'personal', tenantId };
    const sent = activity(this.#house, who, { ...invoke(name, input), id: key, conversation });
    const token = await this.#token('channel', () => channelToken(this.#house));
    const said = await this.#send('/api/messages', token, { method: 'POST', body: JSON.stringify(sent) });
    if (!said || said.status === 502) return { is: 'unknown' };
    this.#stage.shown(who, said.text, `the card after ${name}`);
    const words = typeof said.body.value === 'string' ? said.body.value : wordsOf(said.body.value);
    if (/Vi ved endnu ikke/.test(words)) return { is: 'unknown' };
    if (/Noget gik galt hos os/.test(words)) return { is: 'unchanged' };
    const done = words === saved || (receipt.test(words) && !late.test(words));
    if (said.status === 200 && words !== '' && !done)
      return { is: 'refused', code: 'inCard', said: words.slice(0, 300) };
    if (said.status === 200 && words !== '')
      return { is: 'done', result: { ref: /H\d+-\d{3,4}/.exec(words)?.[0], said: words.slice(0, 300) } };
    this.#ledger.found(
      'told wrong',
      `a card's ${name} was answered ${said.status}: ${said.text.slice(0, 300)}`,
    );
    return { is: 'unchanged' };
  }

  /** Null when it could not be shown just now; what is shown is looked through for what is sealed. */
  async look<T = any>(who: Someone, query: string): Promise<T | null> {
    const said = await this.#send(`/api/views/${query}`, await this.#tokenOf(who));
    if (!said) return null;
    this.#stage.shown(who, said.text, query);
    if (said.status >= 500 && said.status !== 503)
      this.#ledger.found('told wrong', `${query} was answered ${said.status}: ${said.text.slice(0, 300)}`);
    return said.status === 200 ? said.body : null;
  }
}
