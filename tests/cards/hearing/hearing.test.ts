import { describe, expect, test } from '@jest/globals';
import {
  cardLimit,
  deadlineExtended,
  hearingInvitation,
  hearingLate,
  hearingMine,
  hearingReminder,
  jointNotice,
} from '../../../bot/cards/index.ts';
import { hearing } from '../../../bot/views/hearing/shapes.ts';
import { executes, inputs, ofType, outline, read, size, type Node } from '../../support/cards/cardChecks.ts';
import {
  answerView,
  commentView,
  hearingView,
  idOf,
  asStaff,
  mineView,
  versionView,
} from '../../support/views/views.ts';

const to = { locale: 'da' as const, links: { tab: 'https://teams.example/tab' } };
const at = new Date('2026-12-01T09:42:00Z');
const verbs = (message: Parameters<typeof executes>[0]) => executes(message).map(({ verb }) => verb);
const withComments = (comments: ReturnType<typeof commentView>[]) => ({
  ...mineView(),
  comments,
  commentCount: comments.filter((one) => one.withdrawnAt === null).length,
  drafts: comments.filter((one) => one.withdrawnAt === null).length,
});
const quiet = withComments([]);

test('the view these cards are tested with has every field of the real one', () => {
  expect(hearing.parse(hearingView())).toEqual(hearingView());
});

describe('the invitation', () => {
  const personal = hearingInvitation(hearingView(undefined, { mine: quiet }), {
    ...to,
    audience: 'personal',
  });

  test('says what is asked, by whom, by when and who answers', () => {
    const text = read(personal);
    expect(text).toContain('Sekretariatet beder om jeres bemærkninger til udkast 2.');
    expect(text).toContain('fredag den 11. december 2026 kl. 12.00');
    expect(text).toContain('Aarhus Kommune – ét samlet svar');
    expect(personal.summary).toContain('fredag den 11. december 2026 kl. 12.00');
  });

  test('no remarks is one click', () => {
    const [answer] = executes(personal).filter(({ verb }) => verb === 'submitAnswer');
    expect(answer!.data).toEqual({ hearingId: idOf('hearing'), position: 'noRemarks', seen: 'unanswered' });
    expect(answer!.node.associatedInputs).toBe('none');
  });

  test('staff who do not submit the answer are not offered to, and are told who does', () => {
    const view = hearingView(undefined, { mine: { ...quiet, ...asStaff } });
    const card = hearingInvitation(view, { ...to, audience: 'personal' });
    expect(verbs(card)).toEqual(['addComment', 'view']);
    expect(read(card)).toContain('Miljøchef, Aarhus Kommune');
  });

  test('in a channel nothing of anybody is shown, whoever the view was read for', () => {
    const channel = { ...to, audience: 'channel' as const };
    const card = hearingInvitation(hearingView(), channel);
    expect(card).toEqual(hearingInvitation(hearingView(undefined, { mine: null, answers: [] }), channel));
    expect(JSON.stringify(card)).not.toContain('Aarhus');
  });

  test('sent after the deadline, it says so and offers nothing that would be refused', () => {
    const card = hearingInvitation(hearingView(undefined, { state: 'closed' }), {
      ...to,
      audience: 'personal',
    });
    expect(verbs(card)).toEqual([]);
    expect(read(card)).toContain('Høringen sluttede fredag den 11. december 2026 kl. 12.00.');
  });

  test('is never refreshed, so that half-typed input survives', () => {
    expect(personal.card).not.toHaveProperty('refresh');
  });

  test('a document with 300 clauses asks for the number instead of a list', () => {
    const card = hearingInvitation(hearingView(undefined, { version: versionView(undefined, 300) }), {
      ...to,
      audience: 'channel',
    });
    expect(inputs(card).find(({ id }) => id === 'clause')).toMatchObject({
      type: 'Input.Text',
      maxLength: 20,
    });
    expect(size(card)).toBeLessThanOrEqual(cardLimit);
  });
});

describe('my own view after a click', () => {
  test('says what was recorded, when, and until when it can be changed', () => {
    const card = hearingMine(hearingView(), {
      ...to,
      receipt: { kind: 'saved', ref: 'H12-034', clause: '5.b', at },
    });
    expect(read(card)).toContain(
      '✓ Gemt kl. 10.42: bemærkning H12-034 til 5.b. Den kan rettes eller trækkes tilbage indtil fredag den 11. december 2026 kl. 12.00.',
    );
  });

  test('each of our comments can be opened, and withdrawing takes a second step', () => {
    const card = hearingMine(hearingView(), to);
    const edits = executes(card).filter(({ data }) => 'edit' in data);
    expect(edits.map(({ data }) => data)).toEqual([
      { view: 'hearing', id: idOf('hearing'), edit: idOf('comment21') },
      { view: 'hearing', id: idOf('hearing'), edit: idOf('comment34') },
    ]);
    expect(verbs(card)).not.toContain('withdrawComment');
    const opened = hearingMine(hearingView(), { ...to, edit: idOf('comment34') });
    expect(verbs(opened).filter((verb) => verb !== 'view')).toEqual(['editComment', 'withdrawComment']);
  });

  test('an opened comment stands in the form as it was written', () => {
    const opened = hearingMine(hearingView(), { ...to, edit: idOf('comment34') });
    const values = Object.fromEntries(inputs(opened).map(({ id, value }) => [id, value]));
    const { clause, type, text, proposedChange } = commentView();
    expect(values).toEqual({ clause, type, text, proposedChange });
  });

  test('what is withdrawn is not listed', () => {
    const comments = [commentView(undefined, { withdrawnAt: '2026-12-01T09:42:00Z' })];
    const card = hearingMine(hearingView(undefined, { mine: withComments(comments) }), to);
    expect(read(card)).toContain('Jeres bemærkninger (0)');
  });

  test('the answer goes with or without remarks as the comments stand', () => {
    const submits = (comments: ReturnType<typeof commentView>[]) =>
      executes(hearingMine(hearingView(undefined, { mine: withComments(comments) }), to)).find(
        ({ verb }) => verb === 'submitAnswer',
      )!.data;
    expect(submits([commentView()])).toMatchObject({ position: 'withRemarks' });
    expect(submits([])).toMatchObject({ position: 'noRemarks' });
  });

  test('asks for co-senders only when it knows who they can be, and never for oneself', () => {
    const asked = (others?: { id: string; name: string }[]) =>
      inputs(hearingMine(hearingView(), { ...to, ...(others && { others }) })).find(
        ({ id }) => id === 'jointWith',
      );
    expect(asked()).toBeUndefined();
    const self = { id: mineView().organisationId, name: 'Aarhus Kommune' };
    const odense = { id: idOf('odense'), name: 'Odense Kommune' };
    expect(asked([self, odense])!.choices).toEqual([{ title: 'Odense Kommune', value: odense.id }]);
  });

  test('a submitted answer is changed whole or in the tab, never cut', () => {
    const answer = { ...mineView().answer, position: 'withRemarks' as const, state: 'joint' as const };
    const jointWith = [{ id: idOf('odense'), name: 'Odense Kommune' }];
    const proposed = jointWith.map((one) => ({ ...one, state: 'accepted' as const, fell: false }));
    const given = {
      ...answer,
      jointWith,
      proposed,
      reservation: 'Forbehold.',
      submittedAt: '2026-12-01T09:42:00Z',
    };
    const view = hearingView(undefined, { mine: { ...mineView(), answer: given } });
    const known = hearingMine(view, { ...to, others: jointWith });
    const values = Object.fromEntries(inputs(known).map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ reservation: 'Forbehold.', jointWith: idOf('odense') });
    expect(verbs(known)).toContain('submitAnswer');
    const unknown = hearingMine(view, to);
    expect(verbs(unknown)).not.toContain('submitAnswer');
    expect(ofType(unknown, 'Action.OpenUrl').map(({ title }) => title)).toContain('Ret vores svar i fanen');
  });

  test('once the contact has submitted, staff are not asked for more', () => {
    const answer = {
      ...mineView().answer,
      position: 'withRemarks' as const,
      submittedAt: '2026-12-01T09:42:00Z',
    };
    const mine = { ...mineView(), answer };
    const staff = hearingView(undefined, { mine: { ...mine, ...asStaff, writes: false } });
    expect(verbs(hearingMine(staff, to))).not.toContain('addComment');
    expect(verbs(hearingMine(hearingView(undefined, { mine }), to))).toContain('addComment');
  });

  test('when the hearing is over, the contact is still offered to submit what waits, and says that it is late', () => {
    const card = hearingMine(hearingView(undefined, { state: 'closed' }), to);
    expect(verbs(card)).toContain('submitAnswer');
    expect(read(card)).toContain('for sent');
    const staff = { ...mineView(), ...asStaff };
    const theirs = hearingMine(hearingView(undefined, { state: 'closed', mine: staff }), to);
    expect(verbs(theirs)).not.toContain('submitAnswer');
    expect(read(theirs)).toContain('Kontaktpersonen kan stadig afgive dem');
  });

  test('a receipt says who submits what was written, and who sees it until then', () => {
    const receipt = { kind: 'saved' as const, ref: 'H12-437', at };
    const text = (mine: object) =>
      read(hearingMine(hearingView(undefined, { mine: { ...mineView(), ...mine } }), { ...to, receipt }));
    expect(text({})).toContain('Kun I selv ser bemærkningen, indtil du afgiver jeres svar.');
    expect(text(asStaff)).toContain('afgiver jeres svar. Indtil da ser kun I selv bemærkningen.');
    expect(text({ ...asStaff, contactName: null })).toContain('Jeres kontaktperson afgiver svaret.');
    expect(text({ drafts: 0 })).toContain('som sekretariatet ser');
  });

  test('when the hearing is over, nothing can be changed, and it says what happens next', () => {
    const comments = mineView().comments.map((one) => ({ ...one, editable: false }));
    const mine = { ...mineView(), comments, drafts: 0, writes: false, submits: false };
    const card = hearingMine(hearingView(undefined, { state: 'closed', mine }), to);
    expect(ofType(card, 'Action.Execute').filter((one) => one.verb !== 'view')).toEqual([]);
    expect(ofType(card, 'ActionSet')).toEqual([]);
    expect(read(card)).toContain('Sekretariatet besvarer hver bemærkning');
  });

  test('after the contact submitted, nothing is asked any more: no button is the primary', () => {
    const answer = { ...mineView().answer, position: 'withRemarks' as const, state: 'withRemarks' as const };
    const mine = { ...mineView(), answer: { ...answer, submittedAt: '2026-12-01T09:42:00Z' } };
    const actions = (hearingMine(hearingView(undefined, { mine }), to).card as Node).actions as Node[];
    expect(actions.map(({ title, style }) => [title, style])).toEqual([
      ['Ret vores svar', undefined],
      ['Skriv en til', undefined],
      ['Åbn i fanen', undefined],
    ]);
  });

  test('is refreshed only when asked to, because a refresh would wipe half-typed input', () => {
    expect(hearingMine(hearingView(), to).card).toMatchObject({ refresh: { userIds: [] } });
  });

  test('with 100 comments and 100 members it still fits, and says what is left out', () => {
    const comments = Array.from({ length: 100 }, (_, n) =>
      commentView(undefined, { id: idOf(`c${n}`), ref: `H12-${n}` }),
    );
    const others = Array.from({ length: 100 }, (_, n) => ({ id: idOf(`o${n}`), name: `Medlem ${n}` }));
    const card = hearingMine(hearingView(undefined, { mine: withComments(comments) }), {
      ...to,
      others,
    });
    expect(size(card)).toBeLessThanOrEqual(cardLimit);
    expect(read(card)).toContain('… 92 til i fanen');
  });
});

describe('other messages about a hearing', () => {
  test('a comment that came too late is given back to its writer', () => {
    const text = 'Kravet er for strengt.';
    const card = hearingLate(hearingView(undefined, { state: 'closed' }), {
      ...to,
      late: 'comment',
      typed: { text },
    });
    expect(read(card)).toContain('Din bemærkning er ikke gemt.');
    expect(inputs(card)).toEqual([expect.objectContaining({ id: 'kept_text', value: text })]);
    expect(verbs(card)).toEqual([]);
  });

  test('a reminder to those who wrote but did not submit asks for exactly that', () => {
    const card = hearingReminder(hearingView(), to);
    expect(read(card)).toContain(
      'I har skrevet bemærkninger (2), men svaret fra Aarhus Kommune er ikke afgivet.',
    );
    const primary = ((card.card as Node).actions as Node[]).filter(({ style }) => style === 'positive');
    expect(primary.map(({ title }) => title)).toEqual(['Afgiv vores svar']);
  });

  test('an extension names the new deadline and the first one', () => {
    const card = deadlineExtended(hearingView(undefined, { originalDeadline: '2026-12-04T11:00:00Z' }), {
      ...to,
      audience: 'channel',
    });
    expect(read(card)).toContain('Den nye svarfrist er fredag den 11. december 2026 kl. 12.00.');
    expect(read(card)).toContain('4. dec. kl. 12.00');
  });

  test('who was named in a joint answer learns by whom, and nothing of what it says', () => {
    const secret = 'Med forbehold for byrådet.';
    const view = hearingView(undefined, {
      mine: quiet,
      answers: [answerView(undefined, { reservation: secret })],
    });
    const card = jointNotice(view, { ...to, by: 'Odense Kommune' });
    expect(read(card)).toContain('Odense Kommune har afgivet et fælles høringssvar');
    expect(outline(card.card as Node)).not.toContain(secret);
  });
});
