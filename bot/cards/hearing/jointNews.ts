import { t, type Locale } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { openUrl, show } from '../frame/actions.ts';
import { facts, rich } from '../frame/build.ts';
import { frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { deadlineFacts, deadlineOf, hearingFrame } from './hearingParts.ts';
import { namesOf, say, sayPlain } from '../frame/text.ts';

function news(view: HearingView, { locale, links }: Reader, said: string[], summary: string): Message {
  return frame({
    ...hearingFrame(view, { locale, links }, [
      ...said.map((one) => rich(one, {}, { spacing: 'small' })),
      facts(deadlineFacts(view, locale)),
    ]),
    actions: [
      show(t(locale, 'card.joint.show'), 'hearing', { id: view.id }),
      openUrl(t(locale, 'card.openTab'), links.tab),
    ],
    summary,
    text: summary,
  });
}

export interface Decided extends Reader {
  organisation: string;
  state: 'accepted' | 'declined';
}

/** Whom the sender's answer is for now, and whose word is still awaited. */
function covers({ mine }: HearingView, locale: Locale): string[] {
  const { jointWith = [], proposed = [] } = mine?.answer ?? {};
  const awaited = proposed.filter(({ state }) => state === 'waiting');
  return [
    jointWith.length > 0
      ? t(locale, 'card.joint.covers', { names: namesOf(jointWith, locale) })
      : t(locale, 'card.joint.coversYou'),
    ...(awaited.length > 0 ? [t(locale, 'card.joint.awaited', { names: namesOf(awaited, locale) })] : []),
  ];
}

/** To the sender: what one that it named has decided. */
export function jointDecided(view: HearingView, { organisation, state, ...to }: Decided): Message {
  const { locale } = to;
  const subject = plainSubject(locale, view.revision);
  const summary = sayPlain(locale, `card.joint.decidedSummary.${state}`, { organisation, subject });
  const said = say(locale, `card.joint.decided.${state}`, { organisation });
  return news(view, to, [said, ...covers(view, locale)], summary);
}

/** To one that was named: it is no longer, and whether it has an answer now. */
export function jointEnded(view: HearingView, { by, ...to }: Reader & { by: string }): Message {
  const { locale } = to;
  const organisation = view.mine?.organisationName ?? t(locale, 'card.yourOrganisation');
  const nothing = view.state === 'open' ? 'card.joint.endedNothing' : 'card.joint.stoodNothing';
  const stands = view.state === 'open' ? 'card.joint.endedOwn' : 'card.joint.ownStood';
  const left = view.mine?.answer.submittedAt ? stands : nothing;
  const state = t(locale, `answer.${view.mine?.answer.state ?? 'silent'}`);
  const said = [
    say(locale, 'card.joint.ended', { by, organisation }),
    say(locale, left, { organisation, at: deadlineOf(view), state }),
  ];
  const subject = plainSubject(locale, view.revision);
  return news(view, to, said, sayPlain(locale, 'card.joint.endedSummary', { by, subject }));
}
