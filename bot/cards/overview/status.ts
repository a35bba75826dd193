import { t, type Locale } from '../../i18n/index.ts';
import { clockTime, shortTime } from '../../process/frame/calendar.ts';
import { stages } from '../../process/case/revision.ts';
import type { RevisionRow } from '../../views/case/shapes.ts';
import { openUrl, show } from '../frame/actions.ts';
import { list, rich, type Element } from '../frame/build.ts';
import { fit, frame, subject, type Message, type Reader } from '../frame/frame.ts';
import { capital, line, say } from '../frame/text.ts';

const mostRows = 12;

function where(row: RevisionRow, locale: Locale): string {
  const step = t(locale, 'card.status.stage', {
    stage: t(locale, `state.${row.stage}`),
    number: stages.indexOf(row.stage) + 1,
    of: stages.length,
  });
  return row.state === row.stage ? step : `${t(locale, `state.${row.state}`)}, ${step.toLowerCase()}`;
}

/** Stage, next deadline and answers in one line. */
export function caseFacts(row: RevisionRow, locale: Locale): string {
  const { nextDeadline, hearing } = row;
  const parts = [where(row, locale)];
  if (nextDeadline)
    parts.push(`${line(nextDeadline.what[locale], 60)} ${shortTime(new Date(nextDeadline.at), locale)}`);
  if (hearing)
    parts.push(
      t(locale, hearing.answeredAsOf ? 'card.status.answersAsOf' : 'card.status.answers', {
        answered: hearing.answered,
        heard: hearing.heard,
      }),
    );
  return parts.join(' · ');
}

/** One case: its name, where it stands, what comes next and what is missing. */
export function caseRow(row: RevisionRow, locale: Locale): Element {
  const name = `${capital(subject(locale, row))}, ${line(row.title, 80)}`;
  const next = say(locale, 'card.status.next', { what: row.next.what[locale], who: row.next.who[locale] });
  const [first, ...others] = row.blocking;
  const more = others.length > 0 ? ` ${t(locale, 'card.status.moreMissing', { count: others.length })}` : '';
  const missing = first ? [say(locale, 'card.status.missing', { what: first.message[locale] }) + more] : [];
  const lines = [caseFacts(row, locale), next, ...missing];
  return {
    type: 'Container',
    separator: true,
    items: [
      rich([
        [name, { bold: true }],
        [` ${row.ref}`, { subtle: true }],
      ]),
      ...lines.map((one) => rich(one, { size: 'small' }, { spacing: 'none' })),
    ],
  };
}

/** The command `status`: where each case stands, its deadline, its answers, and what blocks it. */
export function statusCard(rows: RevisionRow[], to: Reader & { asOf: Date; more?: boolean }): Message {
  const { locale, links, asOf } = to;
  const count = t(locale, 'card.status.asOf', { count: rows.length, time: clockTime(asOf, locale) });
  return fit((room) => {
    const shown = rows.slice(0, Math.ceil(mostRows * room));
    const hidden = rows.length - shown.length;
    const rest =
      hidden > 0 ? t(locale, 'card.more', { count: hidden }) : to.more ? t(locale, 'card.moreUncounted') : '';
    return frame({
      locale,
      heading: t(locale, 'card.status.heading'),
      body: [
        rich(rows.length > 0 ? count : t(locale, 'card.status.none'), { subtle: true }, { spacing: 'small' }),
        list(shown.map((row) => caseRow(row, locale))),
        ...(rest ? [rich(rest, { subtle: true })] : []),
      ],
      actions: [openUrl(t(locale, 'card.status.open'), links.tab, { primary: true })],
      refresh: { action: show(t(locale, 'card.refresh'), 'status'), userIds: [] },
      summary: t(locale, 'card.status.heading'),
      text: rows.length > 0 ? count : t(locale, 'card.status.none'),
    });
  });
}
