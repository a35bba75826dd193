import type { Message, Reader } from '../../cards/index.ts';
import type { Head } from '../../process/case/heads.ts';
import type { Db } from '../../store/frame/database.ts';
import type { Delivery } from '../../store/reach/deliveries.ts';
import type { Viewing } from '../../views/frame/context.ts';

/** What a message is made from; the same for every delivery. */
export interface Composing {
  db: Db;
  now(): Date;
  tabLink(page: string): string;
  /** The head over a vote's end, which its result is told with; null: there is none. */
  headOf(voteId: string): Promise<Head | null>;
  /** Where all heads are published. */
  headsLink: string;
}

/** What of a delivery its words depend on. */
export type Addressed = Pick<Delivery, 'personId' | 'message' | 'occasion' | 'about'> & {
  organisationId?: string | null;
  locale?: 'da' | 'en' | null;
};

/** `timeless`: the same whenever it is made, where the message says when it was. */
export type Said = { message: Message; timeless?: Message } | { cancelled: string };
/** Null: there is nothing to say any more. */
export const said = (message: Message | null): Said => (message ? { message } : { cancelled: 'over' });

/** Whom a message is for, and where it leads. */
export const toReader = ({ reader }: Viewing, tab: string): Reader => ({
  locale: reader.locale,
  links: { tab },
});
/** All there is to one kind of message. */
export interface Making {
  /** The tab's page that it leads to; left out: that of what it is about. */
  page?: string;
  /** Its words, when it is sent; `link` leads to its page. */
  make(context: Viewing, delivery: Addressed, link: string): Promise<Said>;
  /** What a card in a person's own chat should show now; null: it stands as it was put. Left out: it is never edited. */
  now?(context: Viewing, delivery: Addressed, link: string): Promise<Message | null>;
}
