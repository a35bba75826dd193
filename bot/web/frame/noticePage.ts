import { createHash } from 'node:crypto';
import type { Response } from 'restify';
import { escaped } from '../../i18n/html.ts';
import { t, type Locale } from '../../i18n/index.ts';
import { contentPolicy } from './edge/headers.ts';

export interface Notice {
  title: string;
  sections: { heading: string; texts: string[] }[];
}

/** Colours of the system, so that dark and high-contrast settings hold by themselves. */
const style = `
:root { color-scheme: light dark; font: 1rem/1.55 'Segoe UI', system-ui, sans-serif; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 42rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 0.25rem; }
p { margin: 0.4rem 0; }
article + article { border-top: 1px solid; margin-top: 3rem; padding-top: 2rem; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');
/** No script, and this style alone. */
const policy = contentPolicy({ 'style-src': `'sha256-${styleHash}'` });

/** Sends what `pageOf` made. */
export function sendPage(response: Response, html: string): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.sendRaw(200, html);
}

const locales: Locale[] = ['da', 'en'];

/** Both languages on one page, Danish first: nobody has to find a switch, and each is marked for screen readers. */
export function pageOf(noticeIn: (locale: Locale) => Notice): string {
  const title = escaped(`${noticeIn('da').title} · ${t('da', 'partnership')}`);
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${locales.map((locale) => article(locale, noticeIn(locale))).join('\n')}
</main>
</body>
</html>
`;
}

function article(locale: Locale, { title, sections }: Notice): string {
  const rows = sections.flatMap(({ heading, texts }) => [
    `<h2>${escaped(heading)}</h2>`,
    ...texts.map((text) => `<p>${escaped(text)}</p>`),
  ]);
  return [
    `<article lang="${locale}">`,
    `<p>${escaped(t(locale, 'partnership'))}</p>`,
    `<h1>${escaped(title)}</h1>`,
    ...rows,
    '</article>',
  ].join('\n');
}
