import { describe, expect, test } from '@jest/globals';
import {
  asked,
  missing,
  shown,
  startValues,
  toInput,
  type FieldSpec,
} from '../../../tab/src/parts/form/fields.ts';
import { blocked, notTheirs, onlyPassable } from '../../../tab/src/parts/form/gate.ts';
import { commentView, versionView } from '../../support/views/views.ts';
import { hearingFor, memberView, revisionView, rulesView } from '../case/cases.ts';
import { meetingView } from './timeCases.ts';
import { done, gated, missing as finding, refused } from './readers.ts';
import { inside, wordsOf } from './show.tsx';

const { commentFields } = await import('../../../tab/src/hearing/commentFields.ts');
const { useDeadlineActs } = await import('../../../tab/src/hearing/hearingActs.ts');
const { useMailActs } = await import('../../../tab/src/hearing/mailActs.ts');
const { useMemberActions } = await import('../../../tab/src/people/memberActs.ts');
const { ruleFields } = await import('../../../tab/src/vote/ruleFields.ts');
const { useVoteFields } = await import('../../../tab/src/vote/voteFields.ts');
const { memberFields } = await import('../../../tab/src/people/memberFields.ts');

const field = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, label: name, ...more });
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

describe('what a form sends', () => {
  test.each<[string, FieldSpec, unknown, object]>([
    ['what was typed', field('x'), 'Tekst', { x: 'Tekst' }],
    ['nothing for what was left empty', field('x'), '', {}],
    ['a number as a number', field('x', { kind: 'number' }), '2027', { x: 2027 }],
    ['nothing for a number left out', field('x', { kind: 'number' }), '', {}],
    ['what was ticked', field('x', { kind: 'checks', options }), ['a'], { x: ['a'] }],
    ['nothing when none was ticked', field('x', { kind: 'checks', options }), [], {}],
    ['nothing for a mark not set', field('x', { kind: 'check' }), false, {}],
    ['a choice of no as no', field('x', { parse: (value) => value === 'yes' }), 'no', { x: false }],
    ['a mark taken away, where the act must be told', field('x', { parse: Boolean }), false, { x: false }],
  ])('%s', (_, spec, value, expected) =>
    expect(toInput([spec], { x: value as string }, { id: '1' })).toEqual({ id: '1', ...expected }),
  );

  test('nothing from a field that is not shown', () => {
    const fields = [field('kind'), field('reason', { required: true, when: ({ kind }) => kind === 'late' })];
    const values = { kind: 'on time', reason: 'Skrevet før' };
    expect(toInput(fields, values, {})).toEqual({ kind: 'on time' });
    expect(shown(fields, { ...values, kind: 'late' })).toHaveLength(2);
    expect(missing(fields, { kind: 'on time', reason: '' })).toEqual([]);
  });

  test('the gate is asked with what it depends on, and only with what fits into an address', () =>
    expect(
      asked({ kind: 'internal', letter: 'Kære alle', heard: ['a'], n: 2 }, ['kind', 'heard', 'n']),
    ).toEqual({
      kind: 'internal',
      n: 2,
    }));
});

describe('before it is sent', () => {
  test.each([
    ['empty', '', true],
    ['only spaces', '  \n', true],
    ['nothing ticked', [], true],
    ['not there', undefined, true],
    ['something', ' x ', false],
  ])('what is needed and %s: %j', (_, value, gap) =>
    expect(missing([field('x', { required: true })], { x: value as string })).toEqual(gap ? ['x'] : []),
  );

  test('a list that must be chosen from begins with its first choice, one that may be left out with none', () =>
    expect(
      startValues([
        field('must', { kind: 'select', required: true, options }),
        field('may', { kind: 'select', options }),
        field('none', { kind: 'select', required: true, options: [] }),
        field('known', { kind: 'select', required: true, options, initial: 'b' }),
        field('ticks', { kind: 'checks', options }),
        field('mark', { kind: 'check' }),
      ]),
    ).toEqual({ must: 'a', may: '', none: '', known: 'b', ticks: [], mark: false }));
});

describe('a verdict says of a button', () => {
  test.each([
    ['it can be pressed', done('x'), { blocked: false, theirs: true }],
    ['it waits for something', gated('x', finding()), { blocked: true, theirs: true }],
    ['it needs a reason only', gated('x', finding(true)), { blocked: false, theirs: true }],
    ['a reason is not enough', gated('x', finding(true), finding()), { blocked: true, theirs: true }],
    ['it is the secretariat’s', refused('x', 'secretariatOnly'), { blocked: true, theirs: false }],
    ['it is the contact’s', refused('x', 'notContact'), { blocked: true, theirs: false }],
    ['the hearing is over', refused('x', 'hearingClosed'), { blocked: true, theirs: false }],
    ['nothing yet', undefined, { blocked: false, theirs: true }],
  ])('%s', (_, entry, expected) =>
    expect({ blocked: blocked(entry), theirs: !notTheirs(entry) }).toEqual(expected),
  );

  test('nothing missing is nothing to give a reason for', () => expect(onlyPassable([])).toBe(false));
});

describe('the form of a comment', () => {
  const { clauses } = versionView();

  test('offers every clause by number and heading, and may leave it out', async () => {
    const { t } = await wordsOf('da');
    const [clause] = commentFields(t, clauses);
    expect(clause?.required).toBeUndefined();
    expect(clause?.options?.[1]).toEqual({ value: '5.b', label: '5.b Universalrengøring' });
    expect(clause?.options).toHaveLength(clauses.length);
  });

  test('sends exactly what the act takes; editing begins with what was written', async () => {
    const { t } = await wordsOf('da');
    const fields = commentFields(t, clauses, commentView());
    expect(toInput(fields, startValues(fields), {})).toEqual({
      clause: '5.b',
      type: 'technical',
      text: 'Kravet om dosering bør gælde koncentrat.',
      proposedChange: 'Koncentrerede produkter doseres automatisk.',
    });
    const fresh = commentFields(t, clauses);
    expect(toInput(fresh, startValues(fresh), {})).toEqual({ type: 'general' });
    expect(missing(fresh, startValues(fresh))).toEqual(['text']);
  });
});

describe('what the secretariat does with a hearing', () => {
  test('a new deadline begins with the one in force, in Danish time, and its gate is asked as it changes', async () => {
    const hearing = hearingFor('secretariat', undefined, { deadline: '2026-07-01T10:00:00Z' });
    const [extend, remind] = await inside(() => useDeadlineActs(hearing));
    expect(extend?.form?.fields[0]).toMatchObject({ kind: 'datetime', initial: '2026-07-01T12:00' });
    expect(extend?.form?.gate).toEqual(['hearingId', 'deadline']);
    expect(remind?.form).toBeUndefined();
  });

  test('what came by mail is typed in for one organisation, with when it came', async () => {
    const hearing = hearingFor('secretariat');
    const senders = [{ value: 'o1', label: 'Odense Kommune' }];
    const [comment, answer] = await inside(() => useMailActs(hearing, senders));
    for (const action of [comment, answer]) {
      // Whether it may be typed in depends on whose it is: the verdict on one's own says nothing.
      expect(action?.ask).toEqual({ hearingId: hearing.id, organisationId: 'o1' });
      const names = action!.form!.fields.map(({ name }) => name);
      expect(names.slice(0, 2)).toEqual(['organisationId', 'receivedAt']);
    }
    expect(comment?.again).toBe(true);
    const fields = answer!.form!.fields;
    expect(missing(fields, startValues(fields))).toEqual(['position']);
  });
});

describe('what can be done to a member', () => {
  test('with people in it, its three roles are filled from them', async () => {
    const member = memberView();
    const actions = await inside(() => useMemberActions(member));
    expect(actions.map(({ act }) => act)).toEqual([
      'registerPerson',
      'appointRepresentative',
      'nameDeputy',
      'nameContact',
      'bringIntoTeams',
    ]);
    for (const action of actions.slice(1, 4)) {
      expect(action.input).toEqual({ organisationId: member.id });
      expect(action.form!.fields[0]!.options?.map(({ value }) => value)).toEqual(
        member.people.map(({ id }) => id),
      );
    }
  });

  test('those who lack something in Teams, and no others, can be brought there', async () => {
    const member = memberView();
    const bring = (await inside(() => useMemberActions(member))).at(-1)!;
    const lacking = member.people.filter(({ reach }) => reach && reach.lacks.length > 0);
    expect(bring.form!.fields[0]!.options).toEqual(
      lacking.map(({ id, displayName }) => ({ value: id, label: displayName })),
    );
    const all = { ...member, people: member.people.map((one) => ({ ...one, reach: null })) };
    const acts = (await inside(() => useMemberActions(all))).map(({ act }) => act);
    expect(acts).not.toContain('bringIntoTeams');
  });

  test('without anybody, a person is registered first', async () =>
    expect(
      (await inside(() => useMemberActions(memberView(undefined, { people: [] })))).map(({ act }) => act),
    ).toEqual(['registerPerson']));

  test('a person speaks a language and needs no Entra id to be registered', async () => {
    const [register] = await inside(() => useMemberActions(memberView()));
    const { fields } = register!.form!;
    const values = { ...startValues(fields), displayName: 'Miljøchef', email: 'm@aarhus.example' };
    expect(missing(fields, values)).toEqual([]);
    expect(toInput(fields, values, {})).toEqual({
      displayName: 'Miljøchef',
      email: 'm@aarhus.example',
      locale: 'da',
    });
  });

  test('a new member needs a name and a kind; since when may be unknown', async () => {
    const fields = memberFields((await wordsOf('da')).t);
    expect(missing(fields, startValues(fields))).toEqual(['name']);
    expect(startValues(fields)['kind']).toBe('municipality');
  });
});

describe('putting to the vote', () => {
  test('offers the final proposal before drafts, and the newest of each first', async () => {
    const draft = revisionView('secretariat').versions[0]!;
    const kinds = ['final', 'proposal', 'final', 'proposal'] as const;
    const versions = kinds.map((kind, at) => ({ ...draft, kind, id: `${kind} ${at + 1}`, number: at + 1 }));
    const revision = revisionView('secretariat', undefined, { versions });
    const fields = await inside(() => useVoteFields(revision, [meetingView('secretariat')]));
    expect(fields[1]?.options?.map(({ value }) => value)).toEqual([
      'final 3',
      'final 1',
      'proposal 4',
      'proposal 2',
    ]);
    expect(missing(fields, startValues(fields))).toEqual([]);
  });

  test('rules that are confirmed again unchanged stay as they were, also with a quorum of our own', async () => {
    const { t } = await wordsOf('da');
    for (const quorum of [0, 1 / 3, 0.4, 0.5]) {
      const rule = {
        ...rulesView('secretariat').current,
        quorum,
        deputies: false,
        tie: 'chairDecides' as const,
      };
      const fields = ruleFields(t, rule);
      expect(fields[3]?.options?.map(({ value }) => value)).toContain(startValues(fields)['quorum']);
      expect(toInput(fields, startValues(fields), { secrecy: 'open' })).toEqual(rule);
    }
  });
});
