import { t } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { rich } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message } from '../frame/frame.ts';
import type { ToAudience } from './hearing.ts';
import { deadlineOf, hearingFacts, hearingFrame, invitationActions } from './hearingParts.ts';
import { say, sayPlain } from '../frame/text.ts';

/** Told to everyone heard, also those who answered. */
export function deadlineExtended(view: HearingView, to: ToAudience): Message {
  const { locale, audience } = to;
  const at = deadlineOf(view);
  const names = { subject: plainSubject(locale, view.revision), at };
  const submitted = audience === 'personal' && view.mine?.answer.submittedAt;
  return fit((room) =>
    frame({
      ...hearingFrame(view, to, [
        rich(say(locale, 'card.extended.said', { at }), {}, { spacing: 'medium' }),
        rich(
          t(locale, submitted ? 'card.extended.submitted' : 'card.extended.kept'),
          {},
          { spacing: 'small' },
        ),
        hearingFacts(view, locale, audience),
      ]),
      actions: invitationActions(view, to, audience, room),
      summary: sayPlain(locale, 'card.extended.summary', names),
      text: sayPlain(locale, 'card.extended.plainText', names),
    }),
  );
}
