import { t, type Locale } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { shortTime } from '../../process/frame/calendar.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { box, rich, type Element } from '../frame/build.ts';
import { line, namesOf, say } from '../frame/text.ts';

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

type Answer = NonNullable<HearingView['mine']>['answer'];

/** Whom our answer names, what each said, and what a change of ours does to a yes. */
function named({ state }: HearingView, { proposed }: Answer, locale: Locale): Element[] {
  if (proposed.length === 0) return [];
  const asked = proposed
    .slice(0, 10)
    .map((one) =>
      t(locale, 'card.joint.one', { name: line(one.name, 60), state: t(locale, `joint.${saidBy(one)}`) }),
    );
  const said = [rich(t(locale, 'card.joint.asked', { names: listed(asked, locale) }))];
  const fallen = proposed.filter((one) => saidBy(one) === 'fell');
  if (fallen.length > 0)
    said.push(rich(t(locale, 'card.joint.haveFallen', { names: namesOf(fallen, locale) })));
  return [...said, ...(state === 'open' ? wouldFall({ proposed }, locale) : [])];
}

/** Before one changes what others have said yes to. */
export function wouldFall({ proposed }: Pick<Answer, 'proposed'>, locale: Locale): Element[] {
  const bound = proposed.filter(({ state }) => state === 'accepted');
  return bound.length > 0 ? [rich(t(locale, 'card.joint.wouldFall', { names: namesOf(bound, locale) }))] : [];
}

const saidBy = ({ state, fell }: Answer['proposed'][number]) =>
  state === 'waiting' && fell ? ('fell' as const) : state;

/** What else the submitted answer says. */
function recorded(view: HearingView, locale: Locale): Element[] {
  const { answer } = view.mine ?? {};
  if (!answer?.submittedAt) return [];
  const { reservation, jointWith } = answer;
  return [
    ...named(view, answer, locale),
    ...(jointWith.length > 0
      ? [rich(t(locale, 'card.answer.together', { names: namesOf(jointWith, locale, 5) }))]
      : []),
    ...(reservation ? [rich(t(locale, 'card.answer.reserved', { text: line(reservation, 300) }))] : []),
  ];
}

/** Our answer as it stands, in a box under the comments. */
export const answerBox = (view: HearingView, locale: Locale): Element =>
  box('emphasis', [rich(answerText(view, locale)), ...recorded(view, locale)]);
