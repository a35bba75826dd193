import { t } from '../../i18n/index.ts';
import { openUrl, show } from '../frame/actions.ts';
import { rich } from '../frame/build.ts';
import { frame, type Message, type Reader } from '../frame/frame.ts';
import { commandFacts } from './help.ts';
import { say, sayPlain } from '../frame/text.ts';

/** The first thing the bot writes to somebody: where they belong, what will come here, and what they can ask. */
export function greeting({ locale, links, organisation }: Reader & { organisation: string | null }): Message {
  const who = organisation ? ('card.greeting.member' as const) : ('card.greeting.secretariat' as const);
  const by = { organisation: organisation ?? '' };
  return frame({
    locale,
    heading: t(locale, 'card.greeting.heading'),
    body: [
      rich(say(locale, who, by), {}, { spacing: 'medium' }),
      rich(t(locale, 'card.help.what'), {}, { spacing: 'small' }),
      rich(t(locale, 'card.help.commands'), {}, { spacing: 'medium' }),
      commandFacts(locale),
    ],
    actions: [
      show(t(locale, 'card.help.showTasks'), 'tasks', {}, { primary: true }),
      openUrl(t(locale, 'card.openTab'), links.tab),
    ],
    summary: t(locale, 'card.greeting.heading'),
    text: sayPlain(locale, who, by),
  });
}
