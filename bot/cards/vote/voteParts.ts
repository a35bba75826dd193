import { t, type Locale } from '../../i18n/index.ts';
import { clockTime } from '../../process/frame/calendar.ts';
import { choices } from '../../process/vote/vote.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { execute } from '../frame/actions.ts';
import { actionSet, box, fact, facts, rich, title, typed, type Element } from '../frame/build.ts';
import { subject, type Frame } from '../frame/frame.ts';
import { line, say } from '../frame/text.ts';

/** What a vote says to everybody alike, however often it is cast in. */
export type Question = Pick<
  VoteView,
  'id' | 'rehearsal' | 'motion' | 'versionHash' | 'version' | 'revision' | 'meeting' | 'ruleText' | 'reason'
>;
export type BallotView = VoteView['ballots'][number];

/** `a91f…c2`: enough to see that two papers are the same document. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

/** A rehearsal says so first, in the heading and in words. */
export function voteFrame(
  view: Pick<Question, 'meeting' | 'rehearsal' | 'revision'>,
  locale: Locale,
  headline: string,
  body: Element[],
): Omit<Frame, 'summary' | 'text'> {
  const meeting = rich(line(view.meeting.title), { subtle: true }, { spacing: 'small' });
  const notice = view.rehearsal
    ? [box('emphasis', [rich(t(locale, 'card.vote.rehearsal'), { bold: true })])]
    : [];
  return {
    locale,
    ref: view.revision.ref,
    heading: view.rehearsal ? `${t(locale, 'card.vote.rehearsalMark')}: ${headline}` : headline,
    body: [title(view.revision.title), meeting, ...notice, ...body],
  };
}

export const voteHeading = (view: Pick<Question, 'revision'>, locale: Locale): string =>
  t(locale, 'card.vote.heading', { subject: subject(locale, view.revision) });

export const documentFact = (view: Pick<Question, 'version' | 'versionHash'>, locale: Locale): Element =>
  fact(
    t(locale, 'card.vote.document'),
    say(locale, 'card.vote.version', {
      number: view.version.number,
      title: view.version.title,
      hash: shortHash(view.versionHash),
    }),
  );

export const motion = (view: Pick<Question, 'motion'>, locale: Locale, room: number): Element[] =>
  typed(view.motion, 600 * room, locale, { bold: true });

/** What stands still in the facts. */
export const questionFacts = (view: Question, locale: Locale): Element[] =>
  [
    documentFact(view, locale),
    fact(t(locale, 'card.vote.rule'), view.ruleText[locale]),
    view.reason === null ? null : fact(t(locale, 'card.vote.reason'), line(view.reason, 300)),
  ].filter((one) => one !== null);

/** How many are in, as of when. */
export const castFact = (view: VoteView, locale: Locale, asOf: Date): Element =>
  fact(
    t(locale, 'card.vote.cast'),
    t(locale, 'card.vote.castOf', {
      cast: view.cast,
      entitled: view.entitled,
      time: clockTime(asOf, locale),
    }),
  );

export const voteFacts = (view: VoteView, locale: Locale, asOf: Date): Element =>
  facts([...questionFacts(view, locale), castFact(view, locale, asOf)]);

/** Four choices alike: no order of rank, no colour, none the primary. */
export const ballotChoices = (view: Pick<Question, 'id'>, locale: Locale): Element =>
  actionSet(
    choices.map((choice) =>
      execute(t(locale, `choice.${choice}`), 'castBallot', { voteId: view.id, choice }),
    ),
    { spacing: 'medium' },
  );

/** `stedfortræder`, `på telefon, registreret af sekretariatet`; null for the ordinary way. */
export function mark(ballot: BallotView, locale: Locale): string | null {
  if (ballot.by === 'secretariat') return t(locale, `means.${ballot.means}`);
  if (ballot.by !== 'deputy') return null;
  const recused = ballot.representativeRecused ? [t(locale, 'by.recused')] : [];
  return [t(locale, 'by.deputy'), ...recused].join(', ');
}

/** `✓ Aarhus Kommune stemmer for …`: what was recorded, when, how, and until when it can be changed. */
export function ballotBox(view: VoteView, ballot: BallotView, locale: Locale, room: number): Element {
  const how = [mark(ballot, locale), clockTime(new Date(ballot.castAt), locale)].filter(
    (one) => one !== null,
  );
  const said = say(locale, `card.ballot.${ballot.choice}`, {
    organisation: ballot.organisationName,
    how: how.join(', '),
  });
  const statement = ballot.statement
    ? [
        rich(t(locale, 'card.ballot.statement'), { bold: true }),
        ...typed(ballot.statement, 800 * room, locale),
      ]
    : [];
  const until = changeable(view, locale);
  return box('good', [rich(`✓ ${said}${until && ` ${until}`}`), ...statement]);
}

/** Until when the reader may change it; whoever may not is told why beside it. */
function changeable({ state, mine, meetingOverAt, countsUntil }: VoteView, locale: Locale): string {
  if (state !== 'open' || mine?.why) return '';
  if (!meetingOverAt) return t(locale, 'card.ballot.until');
  return countsUntil
    ? t(locale, 'card.ballot.untilTime', { until: clockTime(new Date(countsUntil), locale) })
    : '';
}

/** The meeting is over and the vote is open: who may do what, and until when; empty while the meeting goes on. */
export function afterMeeting({ meetingOverAt, countsUntil }: VoteView, locale: Locale): string[] {
  if (!meetingOverAt) return [];
  const over = clockTime(new Date(meetingOverAt), locale);
  if (!countsUntil) return [t(locale, 'card.vote.overEnded', { over })];
  const until = clockTime(new Date(countsUntil), locale);
  return [t(locale, 'card.vote.over', { over }), t(locale, 'vote.whoMayStill', { until })];
}
