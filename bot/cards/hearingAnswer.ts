import { t, type Locale } from '../i18n/index.ts';
import { shortTime } from '../process/calendar.ts';
import type { HearingView } from '../views/shapes/hearing.ts';
import { box, rich, type Element } from './build.ts';
import { line, say } from './text.ts';

/** Where our one answer stands, and who submits it. */
function answerText(view: HearingView, locale: Locale): string {
  const { mine } = view;
  if (!mine) return t(locale, 'card.answer.noOrganisation');
  const { answer, organisationName: organisation, contactName, isContact } = mine;
  if (answer.submittedAt) {
    const state = t(locale, `answer.${answer.state}`);
    const time = shortTime(new Date(answer.submittedAt), locale);
    const said = say(locale, 'card.answer.submitted', { organisation, state, time });
    return view.state === 'open' ? `${said} ${t(locale, 'card.answer.changeable')}` : said;
  }
  if (view.state === 'closed' && mine.drafts > 0)
    return say(locale, 'card.answer.neverSent', { organisation, count: mine.drafts });
  if (view.state === 'closed') return say(locale, 'card.answer.never', { organisation });
  if (isContact) return say(locale, 'card.answer.yoursToSubmit', { organisation });
  return contactName
    ? say(locale, 'card.answer.submittedBy', { organisation, contact: contactName })
    : say(locale, 'card.answer.noContact', { organisation });
}

/** What else the submitted answer says. */
function recorded(view: HearingView, locale: Locale): Element[] {
  const { answer } = view.mine ?? {};
  if (!answer?.submittedAt) return [];
  const shown = answer.jointWith.slice(0, 5).map(({ name }) => line(name, 60));
  const names = [...shown, ...(answer.jointWith.length > 5 ? ['…'] : [])].join(', ');
  const { reservation } = answer;
  const asked = answer.proposed
    .slice(0, 10)
    .map(({ name, state }) =>
      t(locale, 'card.joint.one', { name: line(name, 60), state: t(locale, `joint.${state}`) }),
    );
  return [
    ...(asked.length > 0 ? [rich(t(locale, 'card.joint.asked', { names: asked.join(', ') }))] : []),
    ...(names ? [rich(t(locale, 'card.answer.together', { names }))] : []),
    ...(reservation ? [rich(t(locale, 'card.answer.reserved', { text: line(reservation, 300) }))] : []),
  ];
}

/** A button that is not there is explained, unless the text above already does. */
function whyNoComment(view: HearingView, locale: Locale): Element[] {
  const { mine, state } = view;
  const refusal = view.allowed.find((one) => one.act === 'addComment' && !one.ok)?.refusal;
  if (!refusal || !mine || state === 'closed') return [];
  if (refusal.code === 'answerSubmitted' && mine.answer.submittedAt) return [];
  return [rich(line(refusal.message[locale], 300), {}, { spacing: 'small' })];
}

/** Our answer as it stands, in a box under the comments. */
export const answerBox = (view: HearingView, locale: Locale): Element =>
  box('emphasis', [rich(answerText(view, locale)), ...recorded(view, locale), ...whyNoComment(view, locale)]);
