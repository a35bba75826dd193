import { t, type Key, type Locale } from '../../i18n/index.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { execute, openUrl, showCard } from '../frame/actions.ts';
import { rich, small, type Action, type Element } from '../frame/build.ts';
import type { Reader } from '../frame/frame.ts';
import { wouldFall } from './hearingAnswer.ts';
import { choiceInput, textInput } from '../frame/inputs.ts';
import { once } from '../frame/once.ts';
import { plain, say } from '../frame/text.ts';

export interface Named {
  id: string;
  name: string;
}

type Mine = NonNullable<HearingView['mine']>;

const reservationLimit = 2000;
const reservationBytes = 6000;
const mostOthers = 40;

function reservationInput({ reservation }: { reservation: string | null }, locale: Locale): Element {
  return textInput({
    id: 'reservation',
    label: t(locale, 'card.answer.reservation'),
    ...(reservation !== null && { value: reservation.toWellFormed() }),
    maxLength: reservationLimit,
    lines: true,
  });
}

/** Whom a joint answer may name; the tab offers them all where there are too many for a card. */
function offeredTo(mine: Mine, others: Named[], room: number): Named[] {
  const offered = others.filter(({ id }) => id !== mine.organisationId);
  return offered.length > mostOthers * room ? [] : offered;
}

function jointInput(mine: Mine, locale: Locale, offered: Named[]): Element[] {
  if (offered.length === 0) return [];
  // Who said no is asked again by being chosen again, and not by a change of something else.
  const chosen = mine.answer.proposed.filter(({ state }) => state !== 'declined').map(({ id }) => id);
  return [
    choiceInput({
      id: 'jointWith',
      label: t(locale, 'card.answer.jointWith'),
      ...(chosen.length > 0 && { value: chosen.join(',') }),
      choices: offered.map(({ id, name }) => ({ title: plain(name, 60), value: id })),
      many: true,
    }),
    small(t(locale, 'card.joint.hint')),
    ...wouldFall(mine.answer, locale),
  ];
}

/** Before one answers by oneself and so leaves another's answer. */
function leaving({ joinedTo: by }: Mine, locale: Locale): Element[] {
  return by === null ? [] : [rich(say(locale, 'card.joint.leaves', { by }))];
}

/** What the form is called, and the press that ends it. */
function labels(mine: Mine, late: boolean): [Key, Key] {
  if (late && mine.lateWay === 'beside') return ['card.answer.giveLate', 'card.answer.sendLate'];
  if (!late && mine.joinedTo !== null) return ['card.joint.leave', 'card.joint.leaveSubmit'];
  return mine.answer.submittedAt === null
    ? ['card.answer.give', 'card.answer.submit']
    : ['card.answer.change', 'card.answer.submitAgain'];
}

/** After the deadline nobody is asked along, and nothing is changed afterwards; beside an answer of in time nothing is asked. */
function lateBody(mine: Mine, locale: Locale): Element[] {
  if (mine.lateWay === 'beside') return [rich(t(locale, 'card.answer.late.beside', { count: mine.drafts }))];
  return [rich(t(locale, 'card.answer.late.submits')), reservationInput(mine.answer, locale)];
}

/** A new submission replaces the old one whole, so the form must hold all of it. */
function holds({ answer }: Mine, offered: Named[]): boolean {
  const known = answer.proposed.every(({ id }) => offered.some((one) => one.id === id));
  return known && Buffer.byteLength(JSON.stringify(answer.reservation)) <= reservationBytes;
}

interface Form {
  others: Named[];
  room: number;
  primary: boolean;
}

function makeForm(
  view: HearingView,
  locale: Locale,
  remarks: boolean,
  { others, room, primary }: Form,
): Action {
  const mine = view.mine!;
  const late = view.state === 'closed';
  const position = remarks ? 'withRemarks' : 'noRemarks';
  const body = late
    ? lateBody(mine, locale)
    : [
        ...leaving(mine, locale),
        rich(t(locale, `card.answer.submits.${position}`)),
        reservationInput(mine.answer, locale),
        ...jointInput(mine, locale, offeredTo(mine, others, room)),
      ];
  const [give, submit] = labels(mine, late);
  const send = execute(
    t(locale, submit),
    'submitAnswer',
    { hearingId: view.id, position, seen: mine.seen },
    { withInputs: true, primary: true },
  );
  return showCard(locale, t(locale, give), body, [send], { primary });
}

/**
 * Submit our answer. Whether it has remarks follows from the comments that stand, so nobody is asked
 * to choose what would then be refused.
 */
export function submitAnswer(
  view: HearingView,
  { locale, links }: Reader,
  remarks: number,
  form: Form,
): Action {
  const mine = view.mine!;
  const { others, room, primary } = form;
  if (view.state === 'open' && !holds(mine, offeredTo(mine, others, room)))
    return openUrl(t(locale, 'card.answer.changeInTab'), links.tab);
  const { submittedAt, reservation, proposed } = mine.answer;
  const make = (): Action => makeForm(view, locale, remarks > 0, form);
  // With an answer in it the form is that answer's own.
  if (submittedAt !== null || reservation !== null || proposed.length > 0) return make();
  const key = `${view.id} ${view.state} ${mine.organisationId} ${mine.seen} ${locale} ${room} ${primary} ${remarks > 0}`;
  return once(others, key, make);
}
