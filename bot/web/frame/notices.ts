import type { Server } from 'restify';
import { t, type Key, type Locale } from '../../i18n/index.ts';
import type { Doors } from '../people/people.ts';
import { pageOf, sendPage } from './noticePage.ts';

export interface NoticeSettings {
  /** Who runs the app and answers for its data; null: the secretariat. */
  operator: string | null;
  contact: string | null;
}

/** A heading with the paragraphs under it. */
type Section = [Key, ...Key[]];

const privacy: Section[] = [
  ['notice.privacy.responsible', 'notice.privacy.responsible.text'],
  [
    'notice.privacy.stored',
    'notice.privacy.stored.person',
    'notice.privacy.stored.work',
    'notice.privacy.stored.not',
    'notice.privacy.stored.ownCalendar',
  ],
  ['notice.privacy.whom', 'notice.privacy.whom.text', 'notice.privacy.whom.microsoft'],
  ['notice.privacy.long', 'notice.privacy.long.text', 'notice.privacy.long.short'],
  ['notice.privacy.rights', 'notice.privacy.rights.text'],
];
const terms: Section[] = [
  ['notice.terms.who', 'notice.terms.who.text'],
  ['notice.terms.meaning', 'notice.terms.meaning.text'],
  ['notice.terms.deadline', 'notice.terms.deadline.text'],
  ['notice.terms.open', 'notice.terms.open.text'],
  ['notice.terms.asIs', 'notice.terms.asIs.text'],
  ['notice.terms.contact', 'notice.terms.contact.text'],
];

/** `/privacy` and `/terms`: the app package names them, so they open for everyone, without sign-in or script. */
export function serveNotices(server: Server, doors: Doors, settings: NoticeSettings): void {
  const notices: [path: string, title: Key, sections: Section[]][] = [
    ['/privacy', 'notice.privacy', privacy],
    ['/terms', 'notice.terms', terms],
  ];
  for (const [path, title, sections] of notices) {
    const html = pageOf((locale) => ({
      title: t(locale, title),
      sections: sections.map(([heading, ...texts]) => ({
        heading: t(locale, heading),
        texts: texts.map((key) => said(locale, key, settings)),
      })),
    }));
    server.get(
      path,
      doors.safely(async (_request, response) => {
        sendPage(response, html);
      }),
    );
  }
}

function said(locale: Locale, key: Key, { operator, contact }: NoticeSettings): string {
  const write = contact
    ? t(locale, 'notice.contact.mail', { mail: contact })
    : t(locale, 'notice.contact.none');
  return t(locale, key, {
    operator: operator ?? t(locale, 'notice.operator.none'),
    partnership: t(locale, 'partnership'),
    contact: write,
  });
}
