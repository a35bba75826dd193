import type { TurnContext } from 'botbuilder';
import { elsewhereCard, helpCard, refusalCard, statusCard, tasksCard } from '../../cards/index.ts';
import { localeOf, type Locale } from '../../i18n/index.ts';
import type { ChatMessage } from '../../ports.ts';
import { refuse } from '../../process/frame/refusals.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { revisionsView } from '../../views/case/revision.ts';
import { tasksView } from '../../views/overview/tasks.ts';
import type { Viewing } from '../../views/frame/context.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { activityOf } from '../reach/messenger.ts';
import { say } from '../frame/say.ts';
import { anyMember, isPersonal } from '../reach/shared.ts';
import { actorOf, viewingFor, type Bot } from '../frame/turn.ts';

type Command = 'status' | 'tasks' | 'help';

/** What people may write, in both languages. Anything else is answered with what can be written. */
const words: Record<string, Command> = {
  status: 'status',
  'mine opgaver': 'tasks',
  opgaver: 'tasks',
  'my tasks': 'tasks',
  tasks: 'tasks',
  hjælp: 'help',
  help: 'help',
};

/** With the bot's own name around it; whoever writes more than this writes no command. */
const longest = 2_000;

/** As people and clients write it: the bot named before or after, in paragraphs, with a full stop. */
export function commandIn(text: string): Command {
  if (text.length > longest) return 'help';
  const plain = text
    .replace(/<at\b[^<>]*>[^<>]*<\/at>|<[^<>]*>|&nbsp;|[.,:;?!…]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return Object.hasOwn(words, plain) ? words[plain]! : 'help';
}

export async function commandCard(bot: Bot, context: Viewing, command: Command): Promise<ChatMessage> {
  const to = {
    locale: context.reader.locale,
    links: { tab: bot.tabLink(command === 'tasks' ? 'tasks' : '') },
  };
  if (command === 'help') return helpCard(to);
  if (command === 'tasks')
    return tasksCard((await tasksView(context, { limit: 500 })).items, { ...to, asOf: context.now });
  const { items, next } = await revisionsView(context, { limit: 50 });
  return statusCard(items, { ...to, asOf: context.now, more: next !== undefined });
}

/** In one's own chat: what is one's own to know. */
async function personalReply(bot: Bot, actor: Actor | null, command: Command, locale: Locale) {
  if (actor) return commandCard(bot, viewingFor(bot, actor), command);
  // Whoever is unknown is told so, whatever they wrote: help to what they may not do would be none.
  return refusalCard(refusalShown(refuse('notRegistered')), locale);
}

/**
 * Where others read along: what every member may know, and else where it is told. Nothing in the answer depends on who
 * wrote, not even whether the register knows them, but that only members are told where the cases stand.
 */
async function sharedReply(bot: Bot, actor: Actor | null, command: Command, locale: Locale) {
  const reader = { locale, links: { tab: bot.tabLink('') } };
  if (command === 'help') return helpCard(reader);
  if (command === 'status' && actor)
    return commandCard(bot, viewingFor(bot, { ...anyMember(actor), locale }), command);
  return elsewhereCard(reader);
}

export async function replyTo(bot: Bot, turn: TurnContext, requestId: string): Promise<void> {
  const { activity } = turn;
  const command = commandIn(activity.text ?? '');
  const actor = await actorOf(bot, activity);
  const message = isPersonal(activity)
    ? await personalReply(bot, actor, command, actor?.locale ?? localeOf(activity.locale))
    : await sharedReply(bot, actor, command, localeOf(activity.locale));
  await say(bot, turn, requestId, activityOf(message));
}
