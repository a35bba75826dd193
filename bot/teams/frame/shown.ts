import type { ShownKind } from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import type { About } from '../../process/frame/about.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import type { Viewing } from '../../views/frame/context.ts';
import type { Click } from './click.ts';
import type { Bot } from './turn.ts';

/** A press that is answered, and who pressed. */
export interface Pressed {
  bot: Bot;
  context: Viewing;
  click: Click;
}

/** All that presses on cards about things of one kind are answered with. */
export interface Shown {
  /** As its reader sees it now. */
  card(pressed: Pressed, id: string): Promise<ChatMessage>;
  /** What an act was answered with, once it is done; null: that it is saved. */
  receipt(pressed: Pressed, id: string, result: object): Promise<ChatMessage | null>;
  /** In the place of a card that something was refused on; null: why not is said, with a way back. */
  instead(pressed: Pressed, id: string, refused: Refusal): Promise<ChatMessage | null>;
  /** Where one gets back to from a refusal; null: nowhere. */
  back(pressed: Pressed, id: string, refused: Refusal): Promise<About<ShownKind> | null>;
}

export const readerOf = ({ bot, context: { reader } }: Pressed, page: string) => ({
  locale: reader.locale,
  links: { tab: bot.tabLink(page) },
});
