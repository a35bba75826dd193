import type { Activity } from 'botbuilder';
import { apology, refusalCard } from '../../cards/index.ts';
import { localeOf } from '../../i18n/index.ts';
import { OutcomeUnknown } from '../../process/frame/outage.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { NotFound } from '../../views/frame/context.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { cardAnswer, type InvokeBody } from './protocol.ts';
import type { Bot } from './turn.ts';

/** The answer to a click; when we fail, it is logged once and the person gets a plain apology with its number. */
export async function orApology(
  bot: Bot,
  activity: Activity,
  requestId: string,
  answer: () => Promise<InvokeBody>,
): Promise<InvokeBody> {
  try {
    return await answer();
  } catch (error) {
    const locale = localeOf(activity.locale);
    // A card of something that is gone, or an id that was made up: nothing of ours has failed.
    if (error instanceof NotFound) return cardAnswer(refusalCard(refusalShown(refuse('notFound')), locale));
    bot.log.error({ requestId, err: error }, 'a card action failed');
    return cardAnswer(apology(requestId, locale, error instanceof OutcomeUnknown));
  }
}
