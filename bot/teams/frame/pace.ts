import type { Activity } from 'botbuilder';
import { isShown, refusalCard } from '../../cards/index.ts';
import { localeOf } from '../../i18n/index.ts';
import type { ChatMessage } from '../../ports.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { clickOf, submitOf, type Click } from './click.ts';
import { aboutIn } from '../overview/shown.ts';
import { typedIn } from './typed.ts';
import { isPersonal } from '../reach/shared.ts';
import type { Bot } from './turn.ts';
import { accountIn } from './account.ts';

const isAct = (click: Click | null): boolean => click !== null && click.verb !== 'view' && !click.automatic;

/** Whom it counts against. What Teams itself tells (installed, a meeting that begins) is nobody's haste. */
const whoIn = (activity: Activity) =>
  accountIn(activity) ?? { tenantId: '', objectId: activity.from?.id ?? '' };

/** Where the click came from, by what it says itself. */
function backIn(data: Click['data']) {
  const back = aboutIn(data);
  return back && isShown(back) ? { back } : {};
}

interface TooFast {
  card: ChatMessage;
  text: string;
  /** They have been told, and not long ago. */
  again: boolean;
}

/** What somebody is told who presses or writes faster than they may; null: they do not. No look into the database. */
export function tooFast(bot: Bot, activity: Activity): TooFast | null {
  const click = activity.type === 'invoke' ? clickOf(activity) : submitOf(activity);
  const over = bot.rates.person(whoIn(activity), isAct(click) ? 'act' : 'read');
  if (!over) return null;
  const { message } = refusalShown(refuse('tooManyRequests', { seconds: over.seconds }));
  const locale = localeOf(activity.locale);
  // What somebody typed into a form is given back to them, and not to a chat that others read.
  const mayQuote = activity.type === 'invoke' || isPersonal(activity);
  const typed = click && mayQuote && { typed: typedIn(click.data), ...backIn(click.data) };
  const card = refusalCard({ message, ...typed }, locale);
  return { card, text: message[locale], again: over.again };
}
