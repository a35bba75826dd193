import { t, type Locale } from '../i18n/index.ts';
import type { HearingView, ProposalView } from '../views/shapes/hearing.ts';
import { execute, openUrl, show } from './actions.ts';
import { actionSet, box, facts, list, rich, type Action, type Element } from './build.ts';
import { fit, frame, plainSubject, type Message, type Reader } from './frame.ts';
import { about, deadlineFacts, deadlineOf, hearingFrame } from './hearingParts.ts';
import { line, say, sayPlain } from './text.ts';

type Mine = NonNullable<HearingView['mine']>;

const namesOf = (others: { name: string }[]): string =>
  others
    .slice(0, 10)
    .map(({ name }) => line(name, 60))
    .join(', ');

/** Where the proposal stands for us. */
export function standOf(
  mine: Mine,
  { state, fell, organisationName: by }: ProposalView,
  locale: Locale,
): string {
  const names = { by, organisation: mine.organisationName };
  if (state === 'accepted') return say(locale, 'card.joint.isIn', names);
  if (state === 'declined') return say(locale, 'card.joint.isOut', names);
  return say(locale, fell ? 'card.joint.fell' : 'card.joint.proposed', names);
}

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
  { state, organisationId, answer }: ProposalView,
  locale: Locale,
): Action[] {
  if (view.state !== 'open' || !answer) return [];
  const data = { hearingId: view.id, organisationId, seen: answer.seen };
  const press = (accept: 'true' | 'false'): Action =>
    execute(t(locale, accept === 'true' ? 'card.joint.accept' : 'card.joint.decline'), 'answerJoint', {
      ...data,
      accept,
    });
  return [
    ...(state === 'accepted' ? [] : [press('true')]),
    ...(state === 'declined' ? [] : [press('false')]),
  ];
}

/** Another organisation's answer that names ours, to whoever decides on it: what it says, and what a yes and a no mean. */
export function jointProposal(view: HearingView, proposal: ProposalView, { locale, links }: Reader): Message {
  const mine = view.mine!;
  const by = proposal.organisationName;
  const at = deadlineOf(view);
  const own = mine.answer.submittedAt !== null && proposal.state !== 'accepted';
  return fit((room) =>
    frame({
      ...hearingFrame(view, { locale, links }, [
        rich(standOf(mine, proposal, locale), {}, { spacing: 'medium' }),
        facts(deadlineFacts(view, locale)),
        ...wordsParts(proposal, locale, room),
        ...(proposal.others.length > 0
          ? [rich(t(locale, 'card.joint.others', { names: namesOf(proposal.others) }))]
          : []),
        box('emphasis', [
          rich(say(locale, 'card.joint.meaning', { by, at })),
          ...(own ? [rich(t(locale, 'card.joint.replaces'))] : []),
          ...ownParts(mine, locale),
        ]),
      ]),
      actions: [
        ...decisions(view, proposal, locale),
        show(t(locale, 'card.joint.show'), 'hearing', { id: view.id }),
        openUrl(t(locale, 'card.openTab'), links.tab),
      ],
      summary: sayPlain(locale, 'card.joint.proposedSummary', {
        by,
        subject: plainSubject(locale, view.revision),
        at,
      }),
      text: sayPlain(locale, 'card.joint.proposed', { by, organisation: mine.organisationName }),
    }),
  );
}

/** On our own view of the hearing: that there is a proposal, and the way to it for whoever decides. */
export function proposalBoxes({ id, state, mine }: HearingView, locale: Locale): Element[] {
  if (state !== 'open' || !mine) return [];
  const { isContact, contactName: contact } = mine;
  const see = (joint: string) => actionSet([show(t(locale, 'card.joint.see'), 'hearing', { id, joint })]);
  return mine.proposals
    .slice(0, 3)
    .map((one) =>
      box('emphasis', [
        rich(standOf(mine, one, locale)),
        ...(!isContact && contact && one.state === 'waiting'
          ? [rich(say(locale, 'card.joint.decidedBy', { contact }))]
          : []),
        ...(one.answer ? [see(one.organisationId)] : []),
      ]),
    );
}
