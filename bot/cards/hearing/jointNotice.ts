import { t } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { facts, rich } from '../frame/build.ts';
import { frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { openUrl, show } from '../frame/actions.ts';
import { deadlineFacts, deadlineOf, hearingFrame } from './hearingParts.ts';
import { say, sayPlain } from '../frame/text.ts';

export interface ToNamed extends Reader {
  /** The organisation whose answer names ours. */
  by: string;
}

/** An older program bound ours by naming it in another's joint answer. What it says stays sealed until the deadline. */
export function jointNotice(view: HearingView, { by, ...to }: ToNamed): Message {
  const { locale, links } = to;
  const organisation = view.mine?.organisationName ?? t(locale, 'card.yourOrganisation');
  const at = deadlineOf(view);
  return frame({
    ...hearingFrame(view, to, [
      rich(say(locale, 'card.joint.said', { by, organisation }), {}, { spacing: 'medium' }),
      rich(say(locale, 'card.joint.choice', { by, at }), {}, { spacing: 'small' }),
      facts(deadlineFacts(view, locale)),
    ]),
    actions: [
      show(t(locale, 'card.joint.show'), 'hearing', { id: view.id }, { primary: true }),
      openUrl(t(locale, 'card.hearing.read'), links.tab),
    ],
    summary: sayPlain(locale, 'card.joint.summary', { by, subject: plainSubject(locale, view.revision) }),
    text: sayPlain(locale, 'card.joint.said', { by, organisation }),
  });
}
