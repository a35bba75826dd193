import { t } from '../../i18n/index.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { rich } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { ballotBox, documentFact, motion, voteFrame, voteHeading } from '../vote/voteParts.ts';
import { sayPlain } from '../frame/text.ts';

/** Told to whoever was the representative until now: the seat is another's, and what was cast stands. */
export function seatReplaced(view: VoteView, { locale, links }: Reader): Message {
  const organisation = view.mine?.organisationName ?? t(locale, 'card.yourOrganisation');
  const ballot = view.mine?.ballot ?? null;
  const why = view.mine?.why?.[locale];
  const names = { organisation, subject: plainSubject(locale, view.revision) };
  return fit((room) =>
    frame({
      ...voteFrame(view, locale, voteHeading(view, locale), [
        ...(why ? [rich(why, {}, { spacing: 'medium' })] : []),
        ...(ballot ? [ballotBox(view, ballot, locale, room)] : []),
        ...motion(view, locale, room),
        documentFact(view, locale),
      ]),
      actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
      summary: sayPlain(locale, 'card.replaced.summary', names),
      text: why ?? sayPlain(locale, 'card.replaced.summary', names),
    }),
  );
}
