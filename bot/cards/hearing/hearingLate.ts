import { t } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { rich, type Element } from '../frame/build.ts';
import { frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { deadlineOf, hearingFrame } from './hearingParts.ts';
import { keptAll, type Typed } from '../frame/kept.ts';
import { say, sayPlain } from '../frame/text.ts';

/** What came too late. */
export type Late = 'comment' | 'change' | 'withdrawal' | 'answer' | 'joint';

export interface ToLate extends Reader {
  late: Late;
  typed?: Typed;
}

/** The click came after the deadline. */
export function hearingLate(view: HearingView, { late, typed = {}, ...to }: ToLate): Message {
  const { locale, links } = to;
  const at = deadlineOf(view);
  const whatNow = Object.values(typed).some(Boolean) ? 'card.late.whatNowText' : 'card.late.whatNow';
  const body: Element[] = [
    rich(say(locale, `card.late.closed.${late}`, { at }), {}, { spacing: 'medium' }),
    ...(late === 'answer' && view.mine?.answer.submittedAt ? [rich(t(locale, 'card.late.stands'))] : []),
    ...(late === 'withdrawal' ? [] : [rich(t(locale, whatNow), {}, { spacing: 'small' })]),
    ...keptAll(locale, typed),
  ];
  return frame({
    ...hearingFrame(view, to, body),
    actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
    summary: sayPlain(locale, `card.late.summary.${late}`, { subject: plainSubject(locale, view.revision) }),
    text: sayPlain(locale, `card.late.closed.${late}`, { at }),
  });
}
