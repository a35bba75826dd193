import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { revisionStates } from '../../../bot/process/case/revision.ts';
import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import type { TaskView } from '../../../bot/views/people/shapes.ts';
import { filters, inOrder, keeps, sorts } from '../../../tab/src/overview/filters.ts';
import { taskHref } from '../../../tab/src/overview/taskHref.ts';
import { taskView } from '../../support/views/taskView.ts';
import { idOf } from '../../support/views/views.ts';
import { revisionRow } from '../../support/views/rowViews.ts';
import { me, missing } from '../frame/readers.ts';

const quiet = { blocking: [], readiness: 'underway' as const, awaitsMe: false, hearing: null, lead: null };
const row = (more: Partial<RevisionRow> = {}): RevisionRow => revisionRow(undefined, { ...quiet, ...more });
const { hearing } = revisionRow();
const closed = { ...hearing!, state: 'closed' as const };
const kept = (one: RevisionRow): string =>
  filters.filter((filter) => keeps(filter, one, me('contact'))).join(' ');

describe('the status page shows', () => {
  test.each<[string, Partial<RevisionRow>, string]>([
    ['whatever there is among all', {}, 'all'],
    ['what awaits me among what needs action, and among mine', { awaitsMe: true }, 'all action mine'],
    ['what something is missing for', { readiness: 'missing', blocking: [missing()] }, 'all action'],
    ['not what a reason would pass', { blocking: [missing(true)] }, 'all'],
    ['what is in hearing', { hearing }, 'all hearing'],
    ['not what was in hearing', { hearing: closed }, 'all'],
    ['what my organisation leads', { lead: { id: idOf('aarhus'), name: 'Aarhus Kommune' } }, 'all mine'],
    ['not what others lead', { lead: { id: idOf('odense'), name: 'Odense Kommune' } }, 'all'],
    ['what is ready for the steering group', { readiness: 'ready' }, 'all ready'],
  ])('%s', (_, more, expected) => expect(kept(row(more))).toBe(expected));

  test('the secretariat, which belongs nowhere, nothing that nobody leads as its own', () =>
    expect(keeps('mine', row(), me('secretariat'))).toBe(false));
});

describe('in order', () => {
  const due = (at: string): RevisionRow['nextDeadline'] => ({ at, what: { da: '', en: '' } });
  const rows = [
    row({ title: 'Årets papir', goalNumber: 2, stage: 'planned', nextDeadline: null }),
    row({
      title: 'Rengøring',
      goalNumber: null,
      stage: 'decision',
      nextDeadline: due('2027-01-01T00:00:00Z'),
    }),
    row({ title: 'Ål', goalNumber: 10, stage: 'decision', nextDeadline: due('2026-07-01T10:00:00Z') }),
    row({ title: 'Zink', goalNumber: 9, stage: 'preparing', nextDeadline: due('2026-12-01T00:00:00Z') }),
  ];
  test.each([
    ['deadline', 'Ål, Zink, Rengøring, Årets papir'],
    ['goal', 'Årets papir, Zink, Ål, Rengøring'],
    ['stage', 'Rengøring, Ål, Zink, Årets papir'],
    ['title', 'Rengøring, Zink, Ål, Årets papir'],
  ] as const)('of %s', (sort, expected) =>
    expect(
      inOrder(sort, rows, 'da')
        .map(({ title }) => title)
        .join(', '),
    ).toBe(expected),
  );

  test('no order loses a revision, and what is alike stands by title', () => {
    const some = fc.record({
      title: fc.constantFrom('A', 'B', 'Æ', 'Ø'),
      goalNumber: fc.option(fc.nat(3)),
      stage: fc.constantFrom(...revisionStates.slice(0, 9)),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.constantFrom(...sorts), (given, sort) => {
        const all = given.map((one) => row(one));
        const ordered = inOrder(sort, all, 'da');
        expect(ordered.toSorted((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(all);
        expect(inOrder(sort, all.toReversed(), 'da').map(({ title, stage }) => [title, stage][0])).toEqual(
          ordered.map(({ title }) => title),
        );
      }),
    );
  });
});

describe('a task leads to where it is done', () => {
  const none = { revisionId: null, hearingId: null, voteId: null, meetingId: null };
  const [r, h] = ['r', 'h'].map(idOf) as [string, string];
  test.each<[TaskView['kind'], Partial<TaskView>, string]>([
    ['answerHearing', { revisionId: r, hearingId: h }, `/revision/${r}/hearing`],
    ['castBallot', { revisionId: r, voteId: idOf('v') }, `/revision/${r}/vote`],
    ['disposeComments', { revisionId: r, hearingId: h }, `/revision/${r}/comments?hearing=${h}`],
    ['openHearing', { revisionId: r }, `/revision/${r}/hearing`],
    ['putToVote', { revisionId: r }, `/revision/${r}/vote`],
    ['closeVote', { revisionId: r, voteId: idOf('v') }, `/revision/${r}/vote`],
    ['decideTie', { revisionId: r, voteId: idOf('v') }, `/revision/${r}/vote`],
    ['confirmRules', {}, '/rules'],
    ['confirmRules', { revisionId: r }, '/rules'],
    ['linkMeeting', { meetingId: idOf('m') }, `/meeting/${idOf('m')}`],
    ['unreached', { revisionId: r, hearingId: h }, `/revision/${r}/hearing`],
    ['unreached', { revisionId: r, voteId: idOf('v') }, `/revision/${r}/vote`],
  ])('%s %j', (kind, about, expected) =>
    expect(taskHref(taskView(undefined, { kind, ...none, ...about }))).toBe(expected),
  );
});
