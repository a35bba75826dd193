import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { caseCard, caseLine } from '../../cards/index.ts';
import { both, localeOf, t } from '../../i18n/index.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { revisionsView } from '../../views/case/revision.ts';
import { ownPages } from '../../views/frame/pages.ts';
import { noteWhere } from '../reach/places.ts';
import type { SearchBody } from '../frame/protocol.ts';
import { anyMember } from '../reach/shared.ts';
import { actorOf, viewingFor, type Bot } from '../frame/turn.ts';

/** The one command of the message extension: find a case, and share its card (platform: message extensions). */
export const isSearch = ({ name, value }: Activity): boolean =>
  name === 'composeExtension/query' && (value as { commandId?: unknown } | null)?.commandId === 'cases';

/** Teams shows 25 at most, and asks for more by `skip`. */
const most = 25;
const query = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.string().max(200) })).catch([]),
  queryOptions: z
    .object({ skip: z.int().min(0).max(10_000).catch(0), count: z.int().min(1).max(most).catch(most) })
    .catch({ skip: 0, count: most }),
});

export const searchMessage = (text: string): SearchBody => ({ composeExtension: { type: 'message', text } });

export async function answerSearch(bot: Bot, activity: Activity, requestId: string): Promise<SearchBody> {
  let locale = localeOf(activity.locale);
  try {
    await noteWhere(bot, activity);
    const actor = await actorOf(bot, activity);
    locale = actor?.locale ?? locale;
    return actor ? await found(bot, actor, activity) : searchMessage(both('refusal.notRegistered')[locale]);
  } catch (error) {
    bot.log.error({ requestId, err: error }, 'a search failed');
    return searchMessage(t(locale, 'refusal.unexpected', { requestId }));
  }
}

async function found(bot: Bot, actor: Actor, { value }: Activity): Promise<SearchBody> {
  const { locale } = actor;
  const { parameters, queryOptions } = query.parse(value ?? {});
  const asked = parameters.find(({ name }) => name === 'query')?.value ?? '';
  const words = asked.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const { skip, count } = queryOptions;
  const { items: shown } = await revisionsView(viewingFor(bot, anyMember(actor)), {
    words,
    skip,
    limit: count,
  });
  if (shown.length === 0) return searchMessage(t(locale, 'card.case.notFound'));
  const attachments = shown.map((row) => {
    const links = { tab: bot.tabLink(ownPages.case(row.id)) };
    const line = caseLine(row, locale);
    return {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: caseCard(row, { locale, links, asOf: bot.house.clock.now() }).card,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: line },
    };
  });
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}
