import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { da } from '../../../bot/i18n/da/index.ts';
import { events, eventTypes, type EventType } from '../../../bot/process/events.ts';
import { factOf, keptFrom, silentFrom, type Kept } from '../../../bot/process/seals.ts';
import type { Fact } from '../../../bot/process/hearing/fact.ts';

const deadline = new Date('2027-02-10T11:00:00Z');
const before = new Date('2027-02-01T08:00:00Z');
const readers = {
  secretariat: { organisationId: null, secretariat: true, leads: false },
  own: { organisationId: 'one', secretariat: false, leads: false },
  other: { organisationId: 'other', secretariat: false, leads: false },
};
const lead = { organisationId: 'other', secretariat: false, leads: true };
type Role = keyof typeof readers;
const roles = Object.keys(readers) as Role[];

let count = 0;
const ids = { hearingId: 'hearing', voteId: 'vote', organisationId: 'one', commentId: 'comment' };
function fact(type: string, data: object = {}, at = before): Fact {
  const id = `${(count += 1)}`;
  const held = { ...ids, channel: 'tab', rehearsal: false, cast: [], ...data };
  const sealing = { id, seq: count, form: 1 as const, at, type };
  const never = { ...ids, senderId: '', channel: 'tab', words: '', rehearsal: false, tells: false };
  return factOf({ ...sealing, data: held }) ?? { ...sealing, ...never };
}

const openings = (open: boolean) => ({
  now: open ? new Date(deadline.getTime() - 1) : deadline,
  deadlines: new Map([['hearing', deadline]]),
  closedVotes: new Set(open ? [] : ['vote']),
});
/** What each reader is shown of the last of these events, or of another. */
const seen = (facts: Fact[], open: boolean, at = facts.length - 1): Record<Role, Kept | 'open'> =>
  Object.fromEntries(
    roles.map((role) => [role, keptFrom(readers[role], facts, openings(open)).get(facts[at]!.id) ?? 'open']),
  ) as Record<Role, Kept | 'open'>;
const to = (secretariat: Kept | 'open', own: Kept | 'open', other: Kept | 'open') => ({
  secretariat,
  own,
  other,
});
const open = to('open', 'open', 'open');
const submitted = () => fact('answerSubmitted');
const added = () => fact('commentAdded');

/** Which types each seal is for, and what it lets through before it opens and after. */
const table: Record<string, [shown: object, later: object, facts: (type: string) => Fact[]]> = {
  never: [open, open, (type) => [fact(type)]],
  secretariatOnly: [to('open', 'kept', 'kept'), to('open', 'kept', 'kept'), (type) => [fact(type)]],
  untilDeadline: [to('open', 'sealed', 'sealed'), open, (type) => [fact(type)]],
  comment: [to('open', 'open', 'sealed'), open, (type) => [added(), submitted(), fact(type)]],
  commentWithdrawn: [
    to('open', 'open', 'sealed'),
    to('open', 'open', 'withdrawn'),
    (type) => [added(), submitted(), fact(type)],
  ],
  disposition: [to('open', 'open', 'sealed'), open, (type) => [added(), submitted(), fact(type)]],
  answer: [to('open', 'open', 'sealed'), open, (type) => [fact(type)]],
  answerAlone: [to('open', 'open', 'sealed'), open, (type) => [fact(type, { position: 'withRemarks' })]],
  joined: [to('open', 'open', 'sealed'), open, (type) => [fact(type)]],
  between: [to('open', 'open', 'kept'), to('open', 'open', 'kept'), (type) => [fact(type)]],
  ballot: [to('sealed', 'open', 'sealed'), open, (type) => [fact(type)]],
  closing: [open, open, (type) => [fact(type)]],
};
const rowOf = (type: EventType) => {
  const { readers: who, sealed } = events[type];
  return table[type] ?? table[who === 'members' ? sealed : 'secretariatOnly']!;
};

describe('each event, read by the secretariat, by its own organisation and by another', () => {
  test.each(eventTypes)('%s: before its seal opens and after', (type) => {
    const [shown, later, facts] = rowOf(type);
    const all = facts(type);
    expect(seen(all, true)).toEqual(shown);
    expect(seen(all, false)).toEqual(later);
  });

  test.each(eventTypes)(
    '%s: who leads the group is shown what any other member is, and what is for the lead',
    (type) => {
      for (const still of [true, false]) {
        const all = rowOf(type)[2](type);
        const shown = keptFrom(lead, all, openings(still)).get(all.at(-1)!.id) ?? 'open';
        expect(shown).toBe(events[type].readers === 'lead' ? 'open' : seen(all, still).other);
      }
    },
  );

  test('one that the list does not know is sealed from everybody, always', () => {
    for (const name of ['somethingLater', 'constructor', '', 'toString'])
      for (const still of [true, false])
        expect(seen([fact(name)], still)).toEqual(to('kept', 'kept', 'kept'));
  });

  test('one about a hearing or a vote that is not there stays sealed', () => {
    const lost = { hearingId: 'lost', voteId: 'lost' };
    expect(seen([fact('answerSubmitted', lost)], false).other).toBe('sealed');
    expect(seen([fact('ballotCast', lost)], false)).toEqual(to('sealed', 'open', 'sealed'));
    expect(seen([fact('missingReminded', lost)], false).own).toBe('sealed');
  });

  test('each has a sentence of its own', () => {
    const keys = eventTypes.map((type) => events[type].says);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(eventTypes.map((type) => `event.${type}`));
    for (const key of keys) expect(da[key]).toEqual(expect.any(String));
  });
});

describe('what is a member’s own', () => {
  test('a comment that nobody has submitted is shown to its organisation alone, after the deadline too', () => {
    for (const type of ['commentAdded', 'commentEdited', 'commentWithdrawn', 'commentDisposed']) {
      const all = type === 'commentAdded' ? [added()] : [added(), fact(type)];
      const decided = type === 'commentDisposed' ? 'open' : 'kept';
      expect(seen(all, true)).toEqual(to(decided, 'open', 'sealed'));
      expect(seen(all, false)).toEqual(to(decided, 'open', 'kept'));
    }
  });

  test('what the secretariat typed in for it is no submission of its drafts', () => {
    const all = [added(), fact('answerSubmitted', { channel: 'mail' })];
    expect(seen(all, true, 0)).toEqual(to('kept', 'open', 'sealed'));
    expect(seen(all, false, 0)).toEqual(to('kept', 'open', 'kept'));
  });

  test('another organisation’s submission, or one in another hearing, is not its own', () => {
    for (const elsewhere of [{ organisationId: 'other' }, { hearingId: 'second' }]) {
      const all = [added(), fact('answerSubmitted', elsewhere)];
      expect(seen(all, false, 0).secretariat).toBe('kept');
    }
  });

  test('what the secretariat typed in from a mail it sees at once, also what it corrects in it', () => {
    const mail = fact('commentAdded', { channel: 'mail' });
    expect(seen([mail], true)).toEqual(to('open', 'open', 'sealed'));
    expect(seen([mail], false)).toEqual(open);
    expect(seen([mail, fact('commentEdited')], true)).toEqual(to('open', 'open', 'sealed'));
  });
});

describe('a joint answer', () => {
  const withSender = { senderId: 'other' };
  const accepted = () => fact('jointAccepted', withSender);

  test('is told to its sender at once, whatever the named one decides', () => {
    for (const type of ['jointProposed', 'jointAccepted', 'jointDeclined', 'jointLapsed', 'jointEnded'])
      for (const still of [true, false]) expect(seen([fact(type, withSender)], still)).toEqual(open);
  });

  test.each(['jointDeclined', 'jointLapsed', 'jointEnded', 'answerSubmitted'])(
    'that was given up before the deadline is told to nobody else later: %s',
    (type) => {
      const all = [fact('jointAccepted', { senderId: 'third' }), fact(type, { senderId: 'third' })];
      expect(seen(all, false, 0)).toEqual(to('open', 'open', 'withdrawn'));
    },
  );

  test('stands when another sender’s proposal is declined', () => {
    const all = [fact('jointAccepted', { senderId: 'third' }), fact('jointDeclined', { senderId: 'fourth' })];
    expect(seen(all, false, 0)).toEqual(open);
  });

  test('takes the place of an answer that was the organisation’s own', () => {
    expect(seen([submitted(), fact('jointAccepted', { senderId: 'third' })], false, 0).other).toBe(
      'withdrawn',
    );
    expect(seen([accepted(), submitted()], false, 1)).toEqual(open);
  });
});

describe('an organisation that was part of a joint answer and is no more', () => {
  const late = new Date(deadline.getTime() + 1_000);
  const said = (position: string | null) => ({ position, reservation: null });
  const own = () => fact('answerSubmitted', said('noRemarks'));
  const course = (position: string | null, at = before, senderId = 'third') => [
    fact('jointAccepted', { senderId, ...said('withRemarks') }),
    fact('jointDeclined', { senderId }, at),
    fact('answerAlone', said(position), at),
  ];

  test('is told to nobody but it, the sender and the secretariat, where it has answered nothing', () => {
    expect(seen(course(null), true)).toEqual(to('open', 'open', 'sealed'));
    expect(seen(course(null), false)).toEqual(to('open', 'open', 'kept'));
    expect(seen(course(null, before, 'other'), false)).toEqual(open);
  });

  test('nor where it had answered the same before, and that answer is what the others read', () => {
    const all = [own(), ...course('noRemarks')];
    expect(seen(all, false)).toEqual(to('open', 'open', 'kept'));
    expect(seen(all, false, 0)).toEqual(open);
    expect(seen(all, false, 1)).toEqual(to('open', 'open', 'withdrawn'));
    const twice = [...all, ...course('noRemarks')];
    expect(seen(twice, false)).toEqual(to('open', 'open', 'kept'));
    expect(seen(twice, false, 0)).toEqual(open);
    expect(seen([...twice, fact('answerSubmitted', said('withRemarks'))], false, 0).other).toBe('withdrawn');
  });

  test('is told to all where something is another thing for them: after the deadline, or with other words', () => {
    expect(seen([own(), ...course('noRemarks', late)], false)).toEqual(open);
    expect(seen(course(null, late), false)).toEqual(open);
    expect(seen([own(), ...course('withRemarks')], false)).toEqual(open);
  });

  test('keeps what it wrote meanwhile to itself, until its own contact submits it', () => {
    const [accepted, declined, alone] = course('noRemarks') as [Fact, Fact, Fact];
    const all = [own(), accepted, added(), declined, alone];
    expect(seen(all, true, 2)).toEqual(to('kept', 'open', 'sealed'));
    expect(seen(all, false, 2)).toEqual(to('kept', 'open', 'kept'));
    for (const type of ['answerSubmitted', 'commentsCameLate'])
      expect(seen([...all, fact(type, said('withRemarks'))], false, 2)).toEqual(open);
    expect(seen([own(), added()], false)).toEqual(open);
  });
});

describe('words that were taken back', () => {
  const late = new Date(deadline.getTime() + 1_000);
  test.each(['commentEdited', 'commentWithdrawn'])('before they were submitted: %s', (change) => {
    const all = [added(), fact(change), submitted()];
    expect(seen(all, true, 0)).toEqual(to('withdrawn', 'open', 'sealed'));
    expect(seen(all, false, 0)).toEqual(to('withdrawn', 'open', 'withdrawn'));
  });

  test.each(['commentEdited', 'commentWithdrawn'])('after that, before the deadline: %s', (change) => {
    const all = [added(), submitted(), fact(change)];
    expect(seen(all, true, 0)).toEqual(to('open', 'open', 'sealed'));
    expect(seen(all, false, 0)).toEqual(to('open', 'open', 'withdrawn'));
  });

  test('only after everybody could read them: what was read stays in the record', () => {
    const all = [added(), submitted(), fact('commentWithdrawn', {}, late)];
    expect(seen(all, false, 0)).toEqual(open);
    expect(seen(all, false)).toEqual(open);
  });

  test('the secretariat’s answer to them goes with them', () => {
    const all = [added(), submitted(), fact('commentDisposed'), fact('commentEdited')];
    expect(seen(all, false, 2)).toEqual(to('open', 'open', 'withdrawn'));
  });

  test('an answer that another took the place of before the deadline', () => {
    const all = [submitted(), submitted()];
    expect(seen(all, false, 0)).toEqual(to('open', 'open', 'withdrawn'));
    expect(seen(all, false, 1)).toEqual(open);
    expect(seen([submitted(), fact('answerChanged')], false, 0)).toEqual(open);
  });
});

describe('a rehearsal', () => {
  const rehearsal = { rehearsal: true };
  test.each(['ballotCast', 'ballotRecordedOnBehalf'])('%s of one stays with nobody, for good', (type) => {
    for (const still of [true, false])
      expect(seen([fact(type, rehearsal)], still)).toEqual(to('kept', 'kept', 'kept'));
  });

  test('a closing that tells how everybody voted does too; one that does not is shown', () => {
    const cast = [{ organisationId: 'one', choice: 'for', present: true }];
    expect(seen([fact('voteClosed', { ...rehearsal, cast })], false)).toEqual(to('kept', 'kept', 'kept'));
    expect(seen([fact('voteClosed', rehearsal)], false)).toEqual(open);
    expect(seen([fact('voteClosed', { cast })], false)).toEqual(open);
  });
});

describe('an erased event', () => {
  const gone = (type: string) => fact(type, { commentId: '', organisationId: '', hearingId: '' });
  test('took back it may be anybody’s words: what stands before it stays sealed from the others', () => {
    const all = [added(), submitted(), gone('commentEdited')];
    expect(seen(all, false, 0)).toEqual(to('open', 'open', 'withdrawn'));
    expect(seen([submitted(), gone('answerSubmitted')], false, 0).other).toBe('withdrawn');
    expect(seen([gone('commentEdited'), added(), submitted()], false, 1)).toEqual(open);
  });
});

test('with a digest every hash is told, also behind what is sealed', () => {
  const facts = [fact('ballotCast'), fact('ballotCast')].map((one) => ({ ...one, form: 2 as const }));
  expect(silentFrom(facts, keptFrom(readers.other, facts, openings(true)))).toBe(Infinity);
  const older = fact('ballotCast');
  const mixed = [...facts, older];
  expect(silentFrom(mixed, keptFrom(readers.other, mixed, openings(true)))).toBe(older.seq);
});

test('in form 1 no hash is told from the first link on that is sealed from the reader, and every one before it', () => {
  const some = fc.array(fc.constantFrom('groupFormed', 'ballotCast', 'answerSubmitted', 'commentAdded'));
  fc.assert(
    fc.property(some, fc.constantFrom(...roles), fc.boolean(), (types, role, still) => {
      const facts = types.map((type) => fact(type));
      const kept = keptFrom(readers[role], facts, openings(still));
      const first = facts.find(({ id }) => kept.has(id))?.seq ?? Infinity;
      expect(silentFrom(facts, kept)).toBe(first);
    }),
  );
});
