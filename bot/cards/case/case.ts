import { t, type Locale } from '../../i18n/index.ts';
import { clockTime } from '../../process/frame/calendar.ts';
import type { RevisionRow } from '../../views/case/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { list, rich } from '../frame/build.ts';
import { frame, plainSubject, subject, type Message, type Reader } from '../frame/frame.ts';
import { caseFacts, caseRow } from '../overview/status.ts';
import { capital, line } from '../frame/text.ts';

/** How a case stands in a list of those found: plain text, as Teams draws it. */
export const caseLine = (row: RevisionRow, locale: Locale): { title: string; text: string } => ({
  title: `${row.ref} ${line(row.title, 80)}`,
  text: caseFacts(row, locale),
});

/** One case for a chat: where it stands and what must happen next. Complete as it is, since nothing refreshes it there. */
export function caseCard(row: RevisionRow, { locale, links, asOf }: Reader & { asOf: Date }): Message {
  const summary = plainSubject(locale, row);
  return frame({
    locale,
    ref: row.ref,
    // The title was typed by somebody, and a heading reads Markdown; it stands in the row below.
    heading: capital(subject(locale, row)),
    body: [
      rich(
        t(locale, 'card.case.asOf', { time: clockTime(asOf, locale) }),
        { subtle: true },
        { spacing: 'small' },
      ),
      list([caseRow(row, locale)]),
    ],
    actions: [openUrl(t(locale, 'card.case.open'), links.tab, { primary: true })],
    summary,
    text: `${summary}. ${caseFacts(row, locale)}`,
  });
}
