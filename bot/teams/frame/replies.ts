import type { Outcome } from '../../acts/frame/run.ts';
import { refusalCard } from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import type { Refusal } from '../../process/frame/refusals.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { commandCard } from '../overview/commands.ts';
import { aboutIn, shownOf } from '../overview/shown.ts';
import type { Pressed } from './shown.ts';
import { typedIn } from './typed.ts';

/** What the press is about, and how that is shown; null: nothing that is shown on a card. */
function shownIn({ click }: Pressed) {
  const about = aboutIn(click.data);
  const shown = about && shownOf(about);
  return shown && { id: about.id, shown };
}

/** What a card asks to see; also what an automatic refresh of an act's card gets. */
export async function shownCard(pressed: Pressed): Promise<ChatMessage> {
  const { bot, context, click } = pressed;
  const found = shownIn(pressed);
  if (found) return found.shown.card(pressed, found.id);
  return commandCard(bot, context, click.data['view'] === 'tasks' ? 'tasks' : 'status');
}

export async function receipt(
  pressed: Pressed,
  { result }: Outcome & { ok: true },
): Promise<ChatMessage | null> {
  const found = shownIn(pressed);
  return found && found.shown.receipt(pressed, found.id, result);
}

/** Why not and what to do, with what was typed given back: this card takes the form's place. */
export async function refusal(pressed: Pressed, refused: Refusal): Promise<ChatMessage> {
  const found = shownIn(pressed);
  const instead = found && (await found.shown.instead(pressed, found.id, refused));
  if (instead) return instead;
  const back = found && (await found.shown.back(pressed, found.id, refused));
  const typed = typedIn(pressed.click.data);
  const shown = { ...refusalShown(refused), typed, ...(back && { back }) };
  return refusalCard(shown, pressed.context.reader.locale);
}
