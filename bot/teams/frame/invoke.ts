import type { Activity } from 'botbuilder';
import { acts, isAct } from '../../acts/index.ts';
import { run } from '../../acts/frame/run.ts';
import { refusalCard } from '../../cards/index.ts';
import { localeOf, t } from '../../i18n/index.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { clickOf, type Click } from './click.ts';
import { cardAnswer, errorAnswer, messageAnswer, type InvokeBody } from './protocol.ts';
import { receipt, refusal, shownCard } from './replies.ts';
import { actorOf, viewingFor, type Bot } from './turn.ts';

/** A card's button: run the act it names, answer with the person's own view of what now stands. */
export async function answerInvoke(bot: Bot, activity: Activity): Promise<InvokeBody> {
  if (activity.name !== 'adaptiveCard/action') return errorAnswer(501, 'NotImplemented', 'unknown invoke');
  const click = clickOf(activity);
  return click ? answerClick(bot, activity, click) : errorAnswer(400, 'BadRequest', 'no verb');
}

export async function answerClick(bot: Bot, activity: Activity, click: Click): Promise<InvokeBody> {
  const actor = await actorOf(bot, activity);
  const locale = actor?.locale ?? localeOf(activity.locale);
  if (!actor) return cardAnswer(refusalCard(refusalShown(refuse('notRegistered')), locale));
  // A client that refreshes by itself is nobody's decision: it only ever gets to see.
  const looks = click.verb === 'view' || click.automatic;
  if (looks) return cardAnswer(await shownCard({ bot, context: viewingFor(bot, actor), click }));
  if (!isAct(click.verb)) return cardAnswer(refusalCard(refusalShown(refuse('unknownAct')), locale));
  const asked = { doer: actor, door: 'card' as const, key: activity.id };
  const outcome = await run(bot.house, acts[click.verb], click.data, asked);
  const pressed = { bot, context: viewingFor(bot, actor), click };
  const card = outcome.ok ? await shownReceipt(pressed, outcome) : await refusal(pressed, outcome.refusal);
  return card ? cardAnswer(card) : messageAnswer(t(locale, 'card.saved'));
}

/** What was done is done, also when its receipt cannot be shown: nobody is told that nothing was changed. */
const shownReceipt: typeof receipt = (pressed, outcome) =>
  receipt(pressed, outcome).catch((error: unknown) => {
    pressed.bot.log.error({ err: error }, 'a receipt could not be shown');
    return null;
  });
