import { escaped, escapedLines } from '../../i18n/html.ts';
import { t } from '../../i18n/index.ts';
import type { MeetingRow } from '../../store/schema.ts';

/**
 * What those who are called read in their calendar: one text for all, in the organisation's language. Outlook adds the
 * online meeting's own text below it and the two cannot be told apart later, so the agenda as it is now is in the tab.
 */
export function eventHtml({ agenda }: Pick<MeetingRow, 'agenda'>, link: string): string {
  const lines = [
    ...(agenda ? [`<p><b>${t('da', 'event.agenda')}</b><br>${escapedLines(agenda)}</p>`] : []),
    `<p><a href="${escaped(link)}">${t('da', 'event.current')}</a></p>`,
    `<p>${t('da', 'partnership')}</p>`,
  ];
  return lines.join('');
}
