import { t, type Locale } from '../../i18n/index.ts';
import { openUrl, show } from '../frame/actions.ts';
import { fact, facts, rich, type Element } from '../frame/build.ts';
import { frame, type Message, type Reader } from '../frame/frame.ts';

/** What can be written to the bot, and what comes of it. */
export const commandFacts = (locale: Locale): Element =>
  facts(
    (['status', 'tasks', 'help'] as const).map((name) =>
      fact(t(locale, `card.help.${name}`), t(locale, `card.help.${name}Does`)),
    ),
  );

/** The command `hjælp`, and the answer to anything the bot does not understand. */
export function helpCard({ locale, links }: Reader): Message {
  return frame({
    locale,
    heading: t(locale, 'card.help.heading'),
    body: [
      rich(t(locale, 'card.help.what'), {}, { spacing: 'medium' }),
      rich(t(locale, 'card.help.commands'), {}, { spacing: 'medium' }),
      commandFacts(locale),
      rich(t(locale, 'card.help.who'), {}, { spacing: 'medium' }),
    ],
    actions: [
      show(t(locale, 'card.help.showTasks'), 'tasks', {}, { primary: true }),
      show(t(locale, 'card.help.showStatus'), 'status'),
      openUrl(t(locale, 'card.openTab'), links.tab),
    ],
    summary: t(locale, 'card.help.heading'),
    text: t(locale, 'card.help.plainText'),
  });
}

/** In a chat that others read: where one's own things are told. The same for everybody who asks. */
export function elsewhereCard({ locale, links }: Reader): Message {
  const said = t(locale, 'card.elsewhere.said');
  return frame({
    locale,
    heading: t(locale, 'card.elsewhere.heading'),
    body: [rich(said, {}, { spacing: 'medium' })],
    actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
    summary: t(locale, 'card.elsewhere.heading'),
    text: said,
  });
}
