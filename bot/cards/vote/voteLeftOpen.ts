import { t } from '../../i18n/index.ts';
import { shortTime } from '../../process/frame/calendar.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { rich } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { motion, voteFacts, voteFrame, voteHeading } from './voteParts.ts';
import { say, sayPlain } from '../frame/text.ts';

/** Told to those who close votes: the meeting is over, and this vote is still open. */
export function voteLeftOpen(view: VoteView, { locale, links, asOf }: Reader & { asOf: Date }): Message {
  const over = view.meetingOverAt ? shortTime(new Date(view.meetingOverAt), locale) : '';
  const until = view.countsUntil ? shortTime(new Date(view.countsUntil), locale) : '';
  const subject = plainSubject(locale, view.revision);
  return fit((room) =>
    frame({
      ...voteFrame(view, locale, voteHeading(view, locale), [
        rich(say(locale, 'card.leftOpen.said', { over }), { bold: true }, { spacing: 'medium' }),
        ...(until ? [rich(say(locale, 'vote.whoMayStill', { until }), {}, { spacing: 'small' })] : []),
        rich(t(locale, 'card.leftOpen.do'), {}, { spacing: 'small' }),
        ...motion(view, locale, room),
        voteFacts(view, locale, asOf),
      ]),
      actions: [openUrl(t(locale, 'card.leftOpen.open'), links.tab, { primary: true })],
      summary: sayPlain(locale, 'card.leftOpen.summary', { subject }),
      text: sayPlain(locale, 'card.leftOpen.plainText', { subject, over }),
    }),
  );
}

/** In its place, once the vote is closed, or the meeting was begun again. */
export function leftOpenSettled(view: VoteView, { locale, links }: Reader): Message {
  const closed = view.closedAt ? shortTime(new Date(view.closedAt), locale) : null;
  const said = closed
    ? say(locale, 'card.leftOpen.closed', { closed })
    : say(locale, 'card.leftOpen.resumed', {});
  return fit((room) =>
    frame({
      ...voteFrame(view, locale, voteHeading(view, locale), [
        rich(said, {}, { spacing: 'medium' }),
        ...motion(view, locale, room),
      ]),
      actions: [openUrl(t(locale, 'card.leftOpen.open'), links.tab)],
      summary: sayPlain(locale, 'card.leftOpen.settled', { subject: plainSubject(locale, view.revision) }),
      text: sayPlain(locale, 'card.leftOpen.settled', { subject: plainSubject(locale, view.revision) }),
    }),
  );
}
