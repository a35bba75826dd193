import { t, type Key, type Locale } from '../../i18n/index.ts';
import { shortTime } from '../../process/frame/calendar.ts';
import type { HearingView, ProposalView } from '../../views/hearing/shapes.ts';
import { execute, openUrl, show } from '../frame/actions.ts';
import { actionSet, box, facts, list, rich, type Action, type Element } from '../frame/build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from '../frame/frame.ts';
import { about, deadlineFacts, deadlineOf, hearingFrame } from './hearingParts.ts';
import { line, namesOf, say, sayPlain } from '../frame/text.ts';

type Mine = NonNullable<HearingView['mine']>;

/** Where the proposal stands for us. */
function standing({ state, fell, afterNo }: ProposalView): Key {
  if (state === 'accepted') return 'card.joint.isIn';
  if (state === 'declined') return 'card.joint.isOut';
  if (fell) return 'card.joint.fell';
  return afterNo ? 'card.joint.afterNo' : 'card.joint.proposed';
}

const both = (mine: Mine, { organisationName: by }: ProposalView) => ({
  by,
  organisation: mine.organisationName,
});

/** What counts as our answer while we have not decided, and until when that can be changed. */
function nowStands(view: HearingView, mine: Mine, { state, fell, lateYes }: ProposalView, locale: Locale) {
  if (state !== 'waiting') return [];
  const { organisationName: organisation, answer } = mine;
  const at = deadlineOf(view);
  const own = answer.submittedAt !== null;
  const names = { organisation, at, state: t(locale, `answer.${answer.state}`), count: mine.drafts };
  if (view.state === 'closed')
    return [
      rich(
        say(locale, own ? 'card.joint.ownStood' : lateYes ? 'card.joint.lateYes' : stoodWithout(mine), names),
      ),
    ];
  if (own) return [rich(say(locale, 'card.joint.ownStands', names))];
  return fell ? [rich(say(locale, 'card.joint.standsNothing', names))] : [];
}

/** What was written and not submitted may still come. */
const stoodWithout = ({ drafts }: Mine): Key =>
  drafts > 0 ? 'card.joint.stoodDrafts' : 'card.joint.stoodNothing';

/** What becomes of our own: said before one decides, and again when one has. */
export function ownParts(mine: Mine, locale: Locale): Element[] {
  const left = mine.commentCount - mine.drafts;
  return [
    ...(left > 0 ? [rich(t(locale, 'card.joint.keeps', { count: left }))] : []),
    ...(mine.drafts > 0 ? [rich(t(locale, 'card.joint.drafts', { count: mine.drafts }))] : []),
  ];
}

/** The sender's answer with as many of its comments as there is room for; the tab shows them all. */
function wordsParts(proposal: ProposalView, locale: Locale, room: number): Element[] {
  const { answer, organisationName: by } = proposal;
  if (!answer) return [];
  const shown = answer.comments.slice(0, Math.ceil(20 * room));
  const hidden = answer.commentCount - shown.length;
  const rows = shown.map(({ ref, clause, text, proposedChange }) =>
    rich([
      [`${ref} · ${about(locale, { clause })}: `, { bold: true }],
      [line(proposedChange ? `${text} → ${proposedChange}` : text, 600), {}],
    ]),
  );
  const reserved = answer.reservation
    ? [rich(t(locale, 'card.answer.reserved', { text: line(answer.reservation, 1500) }))]
    : [];
  return [
    rich(say(locale, 'card.joint.words', { by, state: t(locale, `answer.${answer.position}`) }), {
      bold: true,
    }),
    ...reserved,
    ...(rows.length > 0 ? [list(rows)] : [rich(t(locale, 'card.joint.noRemarks'))]),
    ...(hidden > 0 ? [rich(t(locale, 'card.more', { count: hidden }), { subtle: true })] : []),
  ];
}

function decisions(
  view: HearingView,
  { organisationId, answer, decisions: open }: ProposalView,
  locale: Locale,
): Action[] {
  if (!answer) return [];
  const data = { hearingId: view.id, organisationId, seen: answer.seen };
  const press = (accept: 'true' | 'false'): Action =>
    execute(t(locale, accept === 'true' ? 'card.joint.accept' : 'card.joint.decline'), 'answerJoint', {
      ...data,
      accept,
    });
  return [...(open.accept ? [press('true')] : []), ...(open.decline ? [press('false')] : [])];
}

/** What a yes means, and what becomes of our own. */
function meaning(view: HearingView, proposal: ProposalView, locale: Locale): Element[] {
  const mine = view.mine!;
  if (view.state !== 'open') return [];
  const isIn = proposal.state === 'accepted';
  const own = mine.answer.submittedAt !== null && !isIn;
  const names = { by: proposal.organisationName, at: deadlineOf(view) };
  return [
    box('emphasis', [
      rich(say(locale, isIn ? 'card.receipt.until.joined' : 'card.joint.meaning', names)),
      ...(own ? [rich(t(locale, 'card.joint.replaces'))] : []),
      ...ownParts(mine, locale),
    ]),
  ];
}

/** The receipt of a yes or a no: as long as that stands, the card says it, and since when. */
function decided({ state, decidedAt, organisationName: by }: ProposalView, locale: Locale): Element[] {
  if (state === 'waiting' || decidedAt === null) return [];
  const said = state === 'accepted' ? 'card.receipt.joined' : 'card.receipt.declined';
  const time = shortTime(new Date(decidedAt), locale);
  return [box('good', [rich(`✓ ${say(locale, said, { time, by })}`)])];
}

/** Another organisation's answer that names ours, to whoever decides on it: what it says, and what a yes and a no mean. */
export function jointProposal(view: HearingView, proposal: ProposalView, { locale, links }: Reader): Message {
  const mine = view.mine!;
  const [said, names] = [standing(proposal), both(mine, proposal)];
  const about = { by: proposal.organisationName, subject: plainSubject(locale, view.revision) };
  const fell = proposal.state === 'waiting' && proposal.fell;
  return fit((room) =>
    frame({
      ...hearingFrame(view, { locale, links }, [
        ...decided(proposal, locale),
        rich(say(locale, said, names), {}, { spacing: 'medium' }),
        ...nowStands(view, mine, proposal, locale),
        facts(deadlineFacts(view, locale)),
        ...wordsParts(proposal, locale, room),
        ...(proposal.others.length > 0
          ? [rich(t(locale, 'card.joint.others', { names: namesOf(proposal.others, locale) }))]
          : []),
        ...meaning(view, proposal, locale),
      ]),
      actions: [
        ...decisions(view, proposal, locale),
        show(t(locale, 'card.joint.show'), 'hearing', { id: view.id }),
        openUrl(t(locale, 'card.openTab'), links.tab),
      ],
      summary: sayPlain(locale, fell ? 'card.joint.fellSummary' : 'card.joint.proposedSummary', {
        ...about,
        at: deadlineOf(view),
      }),
      text: sayPlain(locale, said, names),
    }),
  );
}

/** On our own view of the hearing: that there is a proposal, and the way to it for whoever decides. */
export function proposalBoxes(view: HearingView, locale: Locale): Element[] {
  const { id, state, mine } = view;
  if (!mine) return [];
  const { isContact, contactName: contact } = mine;
  const see = (joint: string) => actionSet([show(t(locale, 'card.joint.see'), 'hearing', { id, joint })]);
  return mine.proposals
    .filter(({ lateYes }) => state === 'open' || lateYes)
    .slice(0, 3)
    .map((one) =>
      box('emphasis', [
        rich(say(locale, standing(one), both(mine, one))),
        ...nowStands(view, mine, one, locale),
        ...(!isContact && contact && one.state === 'waiting'
          ? [rich(say(locale, 'card.joint.decidedBy', { contact }))]
          : []),
        ...(one.answer ? [see(one.organisationId)] : []),
      ]),
    );
}
