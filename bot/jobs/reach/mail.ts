import { t, type Locale } from '../../i18n/index.ts';
import type { ChatMessage, MailMessage } from '../../ports.ts';

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');

/** A chat message as a mail: its words, the way into Teams, and why it came by mail. */
export function mailOf(locale: Locale, message: ChatMessage, link: string): MailMessage {
  const lines = [
    `<p>${escaped(message.text)}</p>`,
    `<p><a href="${escaped(link)}">${t(locale, 'mail.open')}</a></p>`,
    `<p>${t(locale, 'mail.why')}</p>`,
    `<p>${t(locale, 'partnership')}</p>`,
  ];
  const html = `<!doctype html><html lang="${locale}"><body>${lines.join('')}</body></html>`;
  return { subject: message.summary, html };
}
