import { t } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { rich, small, typed } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import {
  closedText,
  deadlineOf,
  documentOf,
  hearingFacts,
  hearingFrame,
  invitationActions,
  type Audience,
} from './hearingParts.ts';
import { say, sayPlain } from '../frame/text.ts';

export interface ToAudience extends Reader {
  audience: Audience;
}

/** Complete as it stands: it is never refreshed in a channel, and half-typed input must survive. */
export function hearingInvitation(view: HearingView, to: ToAudience): Message {
  const { locale, audience } = to;
  const at = deadlineOf(view);
  return fit((room) => {
    const open = view.state === 'open';
    const asks = say(locale, 'card.hearing.asks', { document: documentOf(locale, view) });
    const body = [
      open ? rich(asks, {}, { spacing: 'medium' }) : closedText(view, locale),
      ...typed(view.letter, 2500 * room, locale),
      hearingFacts(view, locale, audience),
      ...(open ? [small(t(locale, 'card.hearing.yoursUntil'))] : []),
    ];
    return frame({
      ...hearingFrame(view, to, body),
      actions: invitationActions(view, to, audience, room),
      summary: sayPlain(locale, 'card.hearing.summary', { subject: plainSubject(locale, view.revision), at }),
      text: sayPlain(locale, open ? 'card.hearing.plainText' : 'card.hearing.mineClosed', {
        kind: t(locale, `hearingKind.${view.kind}`),
        ref: view.revision.ref,
        subject: plainSubject(locale, view.revision),
        at,
      }),
    });
  });
}
