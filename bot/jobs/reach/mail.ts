import { escaped, escapedLines } from '../../i18n/html.ts';
import { t, type Locale } from '../../i18n/index.ts';
import type { ChatMessage, MailMessage } from '../../ports.ts';

/** A chat message as a mail: its words, the way into Teams, and why it came by mail. */
export function mailOf(locale: Locale, message: ChatMessage, link: string): MailMessage {
  const lines = [
    `<p>${escapedLines(message.text)}</p>`,
    `<p><a href="${escaped(link)}">${t(locale, 'mail.open')}</a></p>`,
    `<p>${t(locale, 'mail.why')}</p>`,
    `<p>${t(locale, 'partnership')}</p>`,
  ];
  const html = `<!doctype html><html lang="${locale}"><body>${lines.join('')}</body></html>`;
  return { subject: message.summary, html };
}
