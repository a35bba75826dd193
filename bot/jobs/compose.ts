import type { Message } from '../cards/index.ts';
import type { Actor } from '../process/frame/roles.ts';
import { canonicalJson, sha256 } from '../process/frame/trail.ts';
import { isLiving, isMessageKind, type MessageKind } from '../process/reach/messages.ts';
import type { Viewing } from '../views/frame/context.ts';
import { pageOf } from '../views/overview/pages.ts';
import type { Addressed, Composing, Making } from './frame/making.ts';
import { messagesOf } from './messages.ts';

/** The words of one message, or why it is no longer to be sent. */
export interface Ready {
  message: Message;
  link: string;
  /** Of a card that is edited: what it shows, the time of day aside, by which two are told apart. */
  shows: string | null;
}
export type Composed = Ready | { cancelled: string };
const hashOf = (message: Message): string => sha256(canonicalJson(message));

/** A shared chat has no reader of its own: it is shown what every member may see, in the organisation's language. */
const readerOf = ({ personId, organisationId, locale }: Addressed): Actor => ({
  personId: personId ?? '',
  displayName: '',
  organisationId: organisationId ?? null,
  secretariat: false,
  chair: false,
  locale: locale ?? 'da',
});

const notAsked = (): never => {
  throw new Error('a message asks no act');
};

export class Composer {
  #with: Composing;
  #messages: Record<MessageKind, Making>;

  constructor(composing: Composing) {
    this.#with = composing;
    this.#messages = messagesOf(composing);
  }

  #contextOf(delivery: Addressed): Viewing {
    return {
      db: this.#with.db,
      reader: readerOf(delivery),
      now: this.#with.now(),
      may: notAsked,
      readsSealed: notAsked,
    };
  }

  async #of(delivery: Addressed): Promise<{ kind: MessageKind; making: Making; link: string }> {
    const { message: kind } = delivery;
    if (!isMessageKind(kind)) throw new Error(`no such message: ${kind}`);
    const making = this.#messages[kind];
    const page = making.page ?? (await pageOf(this.#with.db, delivery.about));
    return { kind, making, link: this.#with.tabLink(page) };
  }

  /** What a card that was sent should show now; cancelled: it stands as it was put. */
  async stands(delivery: Addressed): Promise<Composed> {
    if (!delivery.personId) return this.compose(delivery);
    const { making, link } = await this.#of(delivery);
    const message = (await making.now?.(this.#contextOf(delivery), delivery, link)) ?? null;
    return message ? { message, link, shows: hashOf(message) } : { cancelled: 'asksStill' };
  }

  /** Made when it is sent, not when it was queued, so that it says what is true then. */
  async compose(delivery: Addressed): Promise<Composed> {
    const { kind, making, link } = await this.#of(delivery);
    const made = await making.make(this.#contextOf(delivery), delivery, link);
    if ('cancelled' in made) return made;
    const { message, timeless = message } = made;
    const edited = !delivery.personId || isLiving(kind);
    return { message, link, shows: edited ? hashOf(timeless) : null };
  }
}
