import { t } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { rich } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { submitAnswer, type Named } from './answerForm.ts';
import { closedText, deadlineOf, hearingFacts, hearingFrame, invitationActions } from './hearingParts.ts';
import { proposalBoxes } from './jointProposal.ts';
import { say, sayPlain } from '../frame/text.ts';

/** A yes to a joint answer is an answer too. */
const waiting = (view: HearingView): HearingView => ({
  ...view,
  mine: view.mine && {
    ...view.mine,
    proposals: view.mine.proposals.filter(({ state }) => state === 'waiting'),
  },
});

/** Only to those whose organisation has not answered; who that is, is computed when it is sent. */
export function hearingReminder(view: HearingView, to: Reader & { others?: Named[] }): Message {
  const { locale, others = [] } = to;
  const at = deadlineOf(view);
  const remarks = view.mine?.commentCount ?? 0;
  const organisation = view.mine?.organisationName ?? t(locale, 'card.yourOrganisation');
  return fit((room) => {
    const submits = remarks > 0 && view.mine?.submits;
    const said = say(locale, remarks > 0 ? 'card.reminder.unsubmitted' : 'card.reminder.missing', {
      organisation,
      count: remarks,
      at,
    });
    const rest = invitationActions(view, to, 'personal', room);
    const actions = submits
      ? [
          submitAnswer(view, to, remarks, { others, room, primary: true }),
          ...rest.filter(({ style }) => style !== 'positive'),
        ]
      : rest;
    const open = view.state === 'open';
    return frame({
      ...hearingFrame(view, to, [
        open ? rich(said, {}, { spacing: 'medium' }) : closedText(view, locale),
        ...(open ? proposalBoxes(waiting(view), locale) : []),
        hearingFacts(view, locale, 'personal'),
      ]),
      actions: open ? actions : rest,
      summary: sayPlain(locale, 'card.reminder.summary', {
        subject: plainSubject(locale, view.revision),
        at,
      }),
      text: sayPlain(locale, 'card.reminder.plainText', {
        organisation,
        subject: plainSubject(locale, view.revision),
        at,
      }),
    });
  });
}
