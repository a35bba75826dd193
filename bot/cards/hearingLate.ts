import { t } from '../i18n/index.ts';
import type { HearingView } from '../views/shapes/hearing.ts';
import { openUrl } from './actions.ts';
import { rich, type Element } from './build.ts';
import { frame, plainSubject, type Message, type Reader } from './frame.ts';
import { deadlineOf, hearingFrame } from './hearingParts.ts';
import { kept } from './kept.ts';
import { say, sayPlain } from './text.ts';

export interface ToLate extends Reader {
  /** What the person had typed: given back, because this card takes the form's place. */
  typed?: { text?: string; proposedChange?: string };
}

/** The click came after the deadline. */
export function hearingLate(view: HearingView, { typed = {}, ...to }: ToLate): Message {
  const { locale, links } = to;
  const at = deadlineOf(view);
  const body: Element[] = [
    rich(say(locale, 'card.late.closed', { at }), {}, { spacing: 'medium' }),
    rich(t(locale, typed.text ? 'card.late.whatNowText' : 'card.late.whatNow'), {}, { spacing: 'small' }),
    ...kept(locale, typed.text, 'text'),
    ...kept(locale, typed.proposedChange, 'proposedChange'),
  ];
  return frame({
    ...hearingFrame(view, to, body),
    actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
    summary: sayPlain(locale, 'card.late.summary', { subject: plainSubject(locale, view.revision) }),
    text: sayPlain(locale, 'card.late.closed', { at }),
  });
}
