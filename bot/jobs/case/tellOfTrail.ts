import { escaped, escapedLines } from '../../i18n/html.ts';
import { t, type Locale } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { caseNames } from '../../store/case/findings.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** A mail with what is not sealed from anybody: in which cases, and where to read on. What differs stands in the database. */
export async function tellOfTrail(work: Work, { caseIds }: Jobs['tellOfTrail']): Promise<void> {
  const { db, mail, operatorMail, link, log } = work;
  if (!mail || !operatorMail) return;
  const names = await caseNames(db, caseIds);
  const body = (locale: Locale): string => {
    const named = (id: string): string =>
      names.get(id) ?? (id === registerCase ? t(locale, 'trail.alarm.register') : id);
    const lines = [
      t(locale, 'trail.alarm.body'),
      listed(caseIds.map(named).toSorted(), locale),
      t(locale, 'trail.alarm.next'),
    ];
    return lines.map((line) => `<p>${escapedLines(line)}</p>`).join('');
  };
  const open = `<p><a href="${escaped(link('setup'))}">${t('da', 'mail.open')}</a></p>`;
  const html = `<!doctype html><html lang="da"><body>${body('da')}${body('en')}${open}</body></html>`;
  const outcome = await mail.send(operatorMail, { subject: t('da', 'trail.alarm.subject'), html });
  if (outcome.sent) return;
  log.error({ reason: outcome.reason }, 'nobody could be told by mail that the trail does not hold');
  if (outcome.retry) throw new Error('the mail that the trail does not hold was not taken');
}
