import { INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder';
import { refusalCard } from '../../cards/index.ts';
import { localeOf } from '../../i18n/index.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { clickOf, idOf, submitOf, type Click } from './click.ts';
import { activityOf } from '../reach/messenger.ts';
import { cardAnswer } from './protocol.ts';
import { typedIn } from './replies.ts';
import { say } from './say.ts';
import { isSearch, searchMessage } from '../overview/search.ts';
import { isPersonal } from '../reach/shared.ts';
import { type Bot } from './turn.ts';
import { accountIn } from './account.ts';

const isAct = (click: Click | null): boolean => click !== null && click.verb !== 'view' && !click.automatic;

/** Whom it counts against. What Teams itself tells (installed, a meeting that begins) is nobody's haste. */
const whoIn = (activity: Activity) =>
  accountIn(activity) ?? { tenantId: '', objectId: activity.from?.id ?? '' };

const shown = ['hearing', 'vote', 'scheduling'] as const;

/** Where the click came from, by what it says itself. */
function backIn(data: Click['data']) {
  const found = shown
    .map((view) => ({ view, id: idOf(data['view'] === view ? data['id'] : data[`${view}Id`]) }))
    .find(({ id }) => id !== null);
  return found?.id ? { back: { view: found.view, id: found.id } } : {};
}

/** Does a person press or write faster than they may? Then it is answered here, without a look into the database. */
export async function slowDown(bot: Bot, context: TurnContext, requestId: string): Promise<boolean> {
  const { activity } = context;
  if (activity.type !== 'message' && activity.type !== 'invoke') return false;
  const click = activity.type === 'invoke' ? clickOf(activity) : submitOf(activity);
  const over = bot.rates.person(whoIn(activity), isAct(click) ? 'act' : 'read');
  if (!over) return false;
  const { message } = refusalShown(refuse('tooManyRequests', { seconds: over.seconds }));
  const locale = localeOf(activity.locale);
  // What somebody typed into a form is given back to them, and not to a chat that others read.
  const mayQuote = activity.type === 'invoke' || isPersonal(activity);
  const card = refusalCard(
    { message, ...(click && mayQuote && { typed: typedIn(click.data), ...backIn(click.data) }) },
    locale,
  );
  if (activity.type === 'invoke') {
    const body = isSearch(activity) ? searchMessage(message[locale]) : cardAnswer(card);
    context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: { status: 200, body } });
  }
  // An answer to a message is a message of ours: said once, or whoever floods us floods the chat.
  else if (!over.again) await say(bot, context, requestId, activityOf(card));
  return true;
}
