import { t } from '../../i18n/index.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { rich } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { ballotBox, ballotChoices, documentFact, motion, voteFrame, voteHeading } from './voteParts.ts';
import { say, sayPlain } from '../frame/text.ts';

/** Told to the organisation: the secretariat recorded its ballot, and it can correct it until closing. */
export function ballotRecorded(view: VoteView, { locale, links }: Reader): Message {
  const ballot = view.mine?.ballot ?? null;
  const organisation = view.mine?.organisationName ?? t(locale, 'card.yourOrganisation');
  const open = view.state === 'open';
  const mayCast = open && view.mine?.seat != null && view.mine.why === null;
  const next = !open ? 'card.behalf.closed' : mayCast ? 'card.behalf.correct' : 'card.behalf.askSecretariat';
  return fit((room) =>
    frame({
      ...voteFrame(view, locale, voteHeading(view, locale), [
        rich(say(locale, 'card.behalf.said', { organisation }), {}, { spacing: 'medium' }),
        ...(ballot ? [ballotBox(view, ballot, locale, room)] : []),
        ...motion(view, locale, room),
        documentFact(view, locale),
        rich(t(locale, next), {}, { spacing: 'medium' }),
        ...(mayCast ? [ballotChoices(view, locale)] : []),
      ]),
      actions: [openUrl(t(locale, 'card.openTab'), links.tab)],
      summary: sayPlain(locale, 'card.behalf.summary', {
        organisation,
        subject: plainSubject(locale, view.revision),
      }),
      text: sayPlain(locale, 'card.behalf.said', { organisation }),
    }),
  );
}
