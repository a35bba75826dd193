import type { Action } from '../../../tab/src/parts/form/action.ts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import { commentView, idOf, mineView } from '../../support/views/views.ts';
import { answered } from './states.ts';
import { casePath, hearingFor, hearingOf, revisionView, world } from '../case/cases.ts';
import { line } from './host.ts';
import { buttons, control, nameOf, said, tagged, texts, type Piece } from './page.ts';
import { meetingView, ruled } from './timeCases.ts';
import { done, refused, type Role } from './readers.ts';
import { inside, part, visit, type Answers } from './show.tsx';

const { frame } = await import('../../../tab/src/frame/frame.ts');
const { keep, keptOf, subjectOf } = await import('../../../tab/src/frame/kept.ts');
const { Actions } = await import('../../../tab/src/parts/form/Actions.tsx');
const { tellMissed } = await import('../../../tab/src/frame/missed.ts');
const { usePress } = await import('../../../tab/src/frame/press.ts');
const { useStanding } = await import('../../../tab/src/parts/useStanding.ts');

const over = both('refusal.hearingClosed.ahead', { deadlineAt: 'i dag kl. 12.00' });
const hearingId = idOf('hearing');
const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));
const valueOf = (page: Piece, name: string): string => {
  const one = control(page, name);
  return one.tag === 'textarea' ? texts(one).join('') : (one.attributes['value'] ?? '');
};
const typed = (act: string, input: object, values: object): void =>
  keep(subjectOf(act, input), { values, seen: 'then' });
const closed = (role: Role, more: Answers = {}): Answers => {
  const shut = ['addComment', 'submitAnswer'].map((act) => refused(act, 'hearingClosed', over));
  const revision = revisionView(role);
  const hearings = [hearingOf(revision, { state: 'closed' })];
  return world(role, undefined, {
    revision: { ...revision, votes: [], hearings },
    hearing: { ...answered(role), allowed: shut },
    ...more,
  });
};
const open = async (path: string, answers: Answers): Promise<Piece> =>
  (await visit(casePath + path, answers)).page;
/** It is there to be read, said not to be saved, and nobody can press what would be refused. */
function expectKept(page: Piece, field: string, text: string, press: string): void {
  expect(valueOf(page, field)).toBe(text);
  expect(said(page)).toContain('Det skrevne er ikke gemt.');
  expect(names(page)).toEqual(expect.arrayContaining(['Kopiér det skrevne', 'Kassér det skrevne']));
  expect(names(page)).not.toContain(press);
}

beforeEach(() => {
  frame.reader = `reader ${Math.random()}`;
});
afterEach(() => {
  frame.reader = null;
});

describe('what was being written when the deadline passed', () => {
  test.each(['', '/hearing'])('as a comment is still there, with what can be done (%s)', async (path) => {
    typed('addComment', { hearingId, organisationId: idOf('aarhus') }, { text: 'Halvt skrevet' });
    const page = await open(path, closed('staff'));
    expectKept(page, 'Bemærkning', 'Halvt skrevet', 'Send bemærkningen');
    expect(said(page)).toContain('Skriv til sekretariatet, hvis noget skal behandles som et for sent svar.');
    expect(said(page)).not.toContain('Skriv en bemærkning:');
  });

  test.each(['', '/hearing'])('as a reservation in the answer is still there (%s)', async (path) => {
    typed('submitAnswer', { hearingId }, { reservation: 'Kun til 2028' });
    const page = await open(path, closed('contact'));
    expectKept(page, 'Politisk forbehold', 'Kun til 2028', 'Afgiv svaret igen');
  });

  test('is not shown where nothing was written', async () => {
    const page = await open('/hearing', closed('staff'));
    expect(said(page)).not.toContain('Det skrevne er ikke gemt.');
    expect(tagged(page, 'textarea')).toEqual([]);
    expect(tagged(await open('', closed('staff')), 'h2').map(said)).not.toContain('Intern høring H12 Lukket');
  });
});

describe('what was being written', () => {
  test('as a correction of a comment stays when the contact submits the answer', async () => {
    const commentId = idOf('comment21');
    typed('editComment', { commentId }, { text: 'Rettet af mig' });
    const mine = mineView();
    const comments = mine.comments.map((one) => ({ ...one, editable: false }));
    const hearing = hearingFor('staff', undefined, { mine: { ...mine, comments } });
    const no = both('refusal.answerSubmitted.left', { organisation: 'Aarhus Kommune' });
    const allowed = (act: string) => refused(act, 'answerSubmitted', no);
    const page = await open('/hearing', world('staff', undefined, { hearing, allowed }));
    expectKept(page, 'Bemærkning', 'Rettet af mig', 'Gem');
    expect(said(page)).toContain(no.da);
    expect(names(page).filter((name) => name === 'Ret')).toEqual([]);
  });

  test('as an answer to a comment stays with whoever is the secretariat’s no more', async () => {
    const comments = { items: [commentView()] };
    const half = {
      disposition: 'noted',
      response: 'Vi ser på det',
      theme: '',
      changedClause: '',
      seen: 'then',
    };
    keep(`comments ${hearingId}`, { drafts: { [commentView().id]: half }, many: { ...half, response: '' } });
    const page = await open('/comments', world('staff', undefined, { comments }));
    expectKept(page, 'Begrundelse til den, der skrev', 'Vi ser på det', 'Gem og gå til næste');
    expect(said(page)).toContain(both('refusal.secretariatOnly').da);
  });

  test('of a meeting stays when it is cancelled by another, or is over', async () => {
    const meeting = meetingView('secretariat', undefined, { id: idOf('meeting') });
    typed('changeMeeting', { meetingId: meeting.id }, { agenda: 'Punkt 4 først' });
    const no = both('refusal.meetingCancelled');
    for (const over of [{ cancelledAt: '2026-11-30T10:00:00Z' }, { endsAt: '2026-11-30T10:00:00Z' }]) {
      const allowed = (act: string) => refused(act, 'meetingCancelled', no);
      const answers = { meeting: ruled({ ...meeting, ...over }), allowed };
      const { page } = await visit(`/meeting/${meeting.id}`, world('secretariat', undefined, answers));
      expectKept(page, 'Dagsorden', 'Punkt 4 først', 'Ret mødet');
    }
  });

  test('as a new version of the document stays, too', async () => {
    const revision = revisionView('staff');
    keep(`addVersion ${revision.id}`, { kind: 'final', title: 'Udkast 4', rows: [] });
    const page = await open('/documents', world('staff'));
    expectKept(page, 'Titel', 'Udkast 4', 'Gem versionen');
  });
});

describe('any form with something written in it', () => {
  const action = {
    act: 'cancelMeeting' as const,
    label: 'Aflys mødet',
    input: { meetingId: 'm' },
    done: 'Aflyst',
    form: { fields: [{ name: 'reason' as const, label: 'Hvorfor', kind: 'area' as const, required: true }] },
  };
  const no = { da: 'Nej, for nu er det for sent.', en: 'No.' };
  const seen = async (code: string): Promise<Piece> =>
    (await part(<Actions actions={[action]} lists={[[refused('cancelMeeting', code, no)]]} />)).page;

  test.each([
    'secretariatOnly',
    'secretariatOrChair',
    'chairOnly',
    'notRegistered',
    'notYourOrganisation',
    'notContact',
    'notEntitled',
    'hearingClosed',
    'voteClosed',
    'meetingHeld',
  ])('stays with its words when its act is refused: %s', async (code) => {
    typed('cancelMeeting', action.input, { reason: 'Formanden er syg' });
    const page = await seen(code);
    expect(valueOf(page, 'Hvorfor')).toBe('Formanden er syg');
    expect(said(page).split(no.da)).toHaveLength(2);
    expect(names(page)).toContain('Kassér det skrevne');
  });

  test('stays where the act is not offered any more, and can be saved if it is allowed all the same', async () => {
    typed('cancelMeeting', action.input, { reason: 'Formanden er syg' });
    const gone = async (allowed: NonNullable<Answers['allowed']>) =>
      (await part(<Actions actions={[]} gone={[action]} lists={[]} />, { allowed })).page;
    const page = await gone((act) => refused(act, 'meetingHeld', no));
    expect(valueOf(page, 'Hvorfor')).toBe('Formanden er syg');
    expect(names(page)).toEqual(['Kopiér det skrevne', 'Kassér det skrevne']);
    expect(names(await gone(done))).toContain('Aflys mødet');
  });

  test('and with nothing in it is not there when its act is somebody else’s', async () => {
    expect(names(await seen('chairOnly'))).toEqual([]);
  });

  test('stays in its place while the button beside it goes and another comes', async () => {
    const one = (act: string) => ({ ...action, act }) as Action;
    let acts = [one('a'), one('b'), one('c')];
    const { all } = await inside(
      () => useStanding(acts, []),
      [
        ({ stand }) => {
          stand(acts[1]!)(true);
          acts = [one('a'), one('c'), one('d')];
        },
      ],
    );
    expect(all.map((it) => `${it.action.act} ${it.offered}`)).toEqual([
      'a true',
      'b false',
      'c true',
      'd true',
    ]);
  });

  test('is nowhere any more when it is given up', async () => {
    typed('cancelMeeting', action.input, { reason: 'Formanden er syg' });
    keep(subjectOf('cancelMeeting', action.input), undefined);
    expect(keptOf(subjectOf('cancelMeeting', action.input))).toBeUndefined();
    expect(names(await seen('chairOnly'))).toEqual([]);
  });
});

describe('a no to a press whose button is gone when it comes', () => {
  test('is told above the page until it is put away', async () => {
    const message = both('refusal.noJointProposal');
    line(() => ({ ok: false, refusal: { code: 'noJointProposal', message } }));
    // Nothing stays mounted here: whoever pressed has no place any more.
    const { press } = await inside(() => usePress('answerJoint'));
    await press({ hearingId: 'h', accept: true });
    expect(said(await open('', world('staff')))).toContain(`Ikke gemt. ${message.da}`);
    tellMissed(null);
    expect(said(await open('', world('staff')))).not.toContain(message.da);
  });
});
