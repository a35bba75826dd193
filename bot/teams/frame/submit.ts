import type { TurnContext } from 'botbuilder';
import { localeOf, t } from '../../i18n/index.ts';
import type { Click } from './click.ts';
import { answerClick } from './invoke.ts';
import { adaptiveCard } from '../reach/messenger.ts';
import { orApology } from './orApology.ts';
import { say } from './say.ts';
import { isPersonal } from '../reach/shared.ts';
import type { Bot } from './turn.ts';

/**
 * A button pressed in a client that sends it as a message (Action.Submit, the fallback of every act's button).
 * It counts like any other. The answer is a new message, so only a personal chat gets the person's own view:
 * in a shared one everybody would read it.
 */
export async function answerSubmit(
  bot: Bot,
  turn: TurnContext,
  click: Click,
  requestId: string,
): Promise<void> {
  const { activity } = turn;
  const { type, value } = await orApology(bot, activity, requestId, () => answerClick(bot, activity, click));
  const tell = (what: Parameters<typeof say>[3]) => say(bot, turn, requestId, what);
  if (!isPersonal(activity)) await tell(t(localeOf(activity.locale), 'submit.shared'));
  else if (type !== adaptiveCard) await tell(String(value));
  else await tell({ attachments: [{ contentType: type, content: value }] });
}
