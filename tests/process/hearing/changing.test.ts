import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../bot/process/frame/roles.ts';
import {
  isBesideInTime,
  lateWay,
  maySubmit,
  mayWrite,
  positionOf,
} from '../../../bot/process/hearing/changing.ts';
import { decisionsOpen, mayDecide } from '../../../bot/process/hearing/joint.ts';

const deadline = new Date('2026-12-11T11:00:00Z');
const before = new Date('2026-12-11T10:59:59Z');
const submittedAt = new Date('2026-12-01T09:42:00Z');
const actor = (personId: string, more: Partial<Actor> = {}): Actor => ({
  personId,
  displayName: personId,
  organisationId: 'o',
  secretariat: false,
  chair: false,
  locale: 'da',
  ...more,
});
const contact = actor('contact');
const staff = actor('staff');
const secretariat = actor('s', { organisationId: null, secretariat: true });
const unanswered = {
  submittedAt: null,
  late: null,
  senderId: null,
  contactId: 'contact',
  contactName: 'Kontakt',
  organisationName: 'Aarhus Kommune',
};
const answered = { ...unanswered, submittedAt, late: false };
const bound = { ...answered, senderId: 'other' };

describe('one more comment', () => {
  test.each([
    ['by staff, while the hearing is open', unanswered, staff, before, null],
    ['not by staff once it is closed', unanswered, staff, deadline, 'hearingClosed'],
    ['not by staff once the contact has submitted', answered, staff, before, 'answerSubmitted'],
    ['by the contact also then', answered, contact, before, null],
    ['not by the contact after the deadline', answered, contact, deadline, 'hearingClosed'],
    ['by the secretariat for a mail, whenever it comes', answered, secretariat, deadline, null],
  ] as const)('%s', (_, standing, doer, now, code) => {
    expect(mayWrite({ standing, deadline }, doer, now)?.refused ?? null).toBe(code);
  });
});

describe('the one answer', () => {
  test.each([
    ['by the contact, while the hearing is open', unanswered, 0, contact, before, null],
    ['never by staff', unanswered, 2, staff, before, 'notContact'],
    ['not after the deadline, where nothing waits', unanswered, 0, contact, deadline, 'hearingClosed'],
    ['late, where something waits', unanswered, 1, contact, deadline, null],
    ['late, beside one that came in time', answered, 1, contact, deadline, null],
    ['not late out of another’s answer', bound, 1, contact, deadline, 'hearingClosed'],
    ['out of another’s answer while it is open', bound, 1, contact, before, null],
    ['late by whoever sent a joint one', { ...answered, senderId: 'o' }, 1, contact, deadline, null],
    ['by the secretariat for a mail', unanswered, 0, secretariat, deadline, null],
  ] as const)('%s', (_, standing, drafts, doer, now, code) => {
    const of = { organisationId: 'o', standing, drafts, deadline };
    expect(maySubmit(of, doer, now)?.refused ?? null).toBe(code);
  });

  test.each([
    ['without one: a late answer', unanswered, 'late'],
    ['after a late one: a late answer', { ...answered, late: true }, 'late'],
    ['beside one of in time', answered, 'beside'],
    ['in another’s: by mail', bound, 'mail'],
    ['in one of ours that others joined: beside it', { ...answered, senderId: 'o' }, 'beside'],
  ] as const)('what waits becomes, %s', (_, standing, way) => {
    expect(lateWay(standing, 'o')).toBe(way);
  });

  test('stands beside what comes late exactly when it came in time and the deadline is past', () => {
    const late = fc.constantFrom(null, true, false);
    fc.assert(
      fc.property(late, fc.constantFrom(before, deadline), (is, at) => {
        expect(isBesideInTime({ late: is }, deadline, at)).toBe(is === false && at === deadline);
      }),
    );
  });

  test('has remarks when some left the house, and one of in time only by those that left in time', () => {
    expect(positionOf({ late: false }, { handedIn: 2, timely: 0 })).toBe('noRemarks');
    expect(positionOf({ late: false }, { handedIn: 2, timely: 1 })).toBe('withRemarks');
    expect(positionOf({ late: true }, { handedIn: 2, timely: 0 })).toBe('withRemarks');
    expect(positionOf({ late: true }, { handedIn: 0, timely: 0 })).toBe('noRemarks');
  });
});

describe('a joint answer that is proposed', () => {
  const waiting = { bound: false, declinedAt: null, fellAt: null };
  const fell = { ...waiting, fellAt: submittedAt };
  const accepted = { ...waiting, bound: true };
  const declined = { ...waiting, declinedAt: submittedAt };
  test.each([
    ['may be answered either way', waiting, unanswered, contact, before, 'yes no'],
    ['once it is accepted, may be left', accepted, bound, contact, before, 'no'],
    ['once it is declined, may be joined', declined, unanswered, contact, before, 'yes'],
    ['not by staff', waiting, unanswered, staff, before, ''],
    ['not after the deadline', waiting, unanswered, contact, deadline, ''],
    ['but a yes that fell, late', fell, unanswered, contact, deadline, 'yes'],
    ['not where one of our own stands', fell, answered, contact, deadline, ''],
  ] as const)('%s', (_, proposal, standing, doer, now, open) => {
    const { accept, decline } = decisionsOpen({ standing, deadline, proposal }, doer, now);
    expect([...(accept ? ['yes'] : []), ...(decline ? ['no'] : [])].join(' ')).toBe(open);
  });

  test('is refused to whoever does not answer before it is said that the hearing is closed', () => {
    const of = { standing: unanswered, deadline, proposal: waiting };
    expect(mayDecide(of, true, staff, deadline)?.refused).toBe('notContact');
    expect(mayDecide({ ...of, proposal: null }, true, contact, deadline)?.refused).toBe('hearingClosed');
  });
});
