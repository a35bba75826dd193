import { t, type Locale } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { shortTime } from '../../process/frame/calendar.ts';
import { choices, verdictOf } from '../../process/vote/vote.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { openUrl } from '../frame/actions.ts';
import { fact, facts, rich, subheading, typed, type Element } from '../frame/build.ts';
import { fit, frame, plainSubject, subject, type Message, type Reader } from '../frame/frame.ts';
import { line, sayPlain } from '../frame/text.ts';
import { documentFact, mark, motion, voteFrame, type BallotView } from './voteParts.ts';

const byName = (a: { organisationName: string }, b: { organisationName: string }) =>
  a.organisationName.localeCompare(b.organisationName, 'da');

/** `For (14): Aarhus Kommune, …`: by organisation, in five lines instead of a hundred rows. */
function group(locale: Locale, name: string, organisations: string[], room: number): Element[] {
  if (organisations.length === 0) return [];
  const shown = organisations.slice(0, Math.ceil(120 * room));
  const hidden = organisations.length - shown.length;
  const rest = hidden > 0 ? `, ${t(locale, 'card.more', { count: hidden })}` : '';
  const head = t(locale, 'card.result.group', { name, count: organisations.length });
  return [
    rich(
      [
        [`${head} `, { bold: true }],
        [hidden > 0 ? shown.join(', ') + rest : listed(shown, locale), {}],
      ],
      {},
      { spacing: 'small' },
    ),
  ];
}

function byOrganisation(view: VoteView, locale: Locale, room: number): Element[] {
  const ballots = [...view.ballots].sort(byName);
  const named = (ballot: BallotView) => {
    const how = mark(ballot, locale);
    return line(ballot.organisationName, 60 * room) + (how ? ` (${how})` : '');
  };
  const groups = choices.flatMap((choice) => {
    const these = ballots.filter((ballot) => ballot.choice === choice);
    return group(locale, t(locale, `choice.${choice}`), these.map(named), room);
  });
  const silent = view.turnout.filter(({ cast }) => !cast).sort(byName);
  const names = silent.map(({ organisationName }) => line(organisationName, 60 * room));
  const all = [...groups, ...group(locale, t(locale, 'card.result.silent'), names, room)];
  // Of a rehearsal only the count is left.
  return all.length > 0 ? [subheading(t(locale, 'card.result.byOrganisation')), ...all] : [];
}

function statements(view: VoteView, locale: Locale, room: number): Element[] {
  const all = view.ballots.filter(({ statement }) => statement).sort(byName);
  if (all.length === 0) return [];
  const shown = all.slice(0, Math.ceil(6 * room));
  const hidden = all.length - shown.length;
  return [
    subheading(t(locale, 'card.result.statements', { count: all.length })),
    ...shown.flatMap(({ organisationName, statement }) => [
      rich(line(organisationName), { bold: true }, { spacing: 'small' }),
      ...typed(statement!, 500 * room, locale).map((block) => ({ ...block, spacing: 'none' })),
    ]),
    ...(hidden > 0 ? [rich(t(locale, 'card.more', { count: hidden }), { subtle: true })] : []),
  ];
}

/** What anybody can hold the trail against later, in years too. */
function anchored({ anchor }: VoteView, { locale, links }: Reader): string {
  if (!anchor) return '';
  const { n, fingerprint } = anchor;
  if (!links.heads) return t(locale, 'card.result.anchored', { n, fingerprint });
  return t(locale, 'card.result.anchorPlain', { n, fingerprint, address: links.heads });
}

/** The vote is closed: the outcome, its arithmetic, who voted what. Nothing can be pressed but the tab. */
export function voteResult(view: VoteView, reader: Reader): Message {
  const { locale, links } = reader;
  const outcome = verdictOf(view);
  const headline = t(locale, `card.result.${outcome}`, { subject: subject(locale, view.revision) });
  const next = t(locale, view.rehearsal ? 'card.result.next.rehearsal' : `card.result.next.${outcome}`);
  const arithmetic = view.arithmetic?.[locale] ?? '';
  const closed = view.closedAt ? shortTime(new Date(view.closedAt), locale) : '';
  return fit((room) => {
    const body = [
      ...motion(view, locale, room),
      ...(arithmetic ? [rich(line(arithmetic, 300), { bold: true }, { spacing: 'medium' })] : []),
      rich(next, {}, { spacing: 'small' }),
      facts([
        documentFact(view, locale),
        fact(t(locale, 'card.vote.rule'), view.ruleText[locale]),
        view.reason === null ? null : fact(t(locale, 'card.vote.reason'), line(view.reason, 300)),
        fact(t(locale, 'card.result.closed'), closed),
        view.anchor ? fact(t(locale, 'card.result.anchor'), anchored(view, reader)) : null,
      ]),
      ...byOrganisation(view, locale, room),
      ...statements(view, locale, room),
    ];
    const names = { subject: plainSubject(locale, view.revision) };
    const told = sayPlain(locale, `card.result.summary.${outcome}`, names);
    const summary = view.rehearsal ? `${t(locale, 'card.vote.rehearsalMark')}: ${told}` : told;
    return frame({
      ...voteFrame(view, locale, headline, body),
      actions: [openUrl(t(locale, 'card.result.whole'), links.tab)],
      summary,
      text: [summary, arithmetic, anchored(view, reader)].filter(Boolean).join(' '),
    });
  });
}
