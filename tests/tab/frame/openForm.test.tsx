import { describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import { mineView } from '../../support/views/views.ts';
import { hearingFor, world } from '../case/cases.ts';
import { all, button, control, describedBy, nameOf, said, stopped, type Piece } from './page.ts';
import { gated, missing } from './readers.ts';
import { line } from './host.ts';
import { inside, part, type Answers } from './show.tsx';

const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { useActForm } = await import('../../../tab/src/parts/form/useActForm.ts');
const { useSubmitAct } = await import('../../../tab/src/hearing/submitAct.ts');

describe('a form that is open', () => {
  const form = async (more: Partial<Parameters<typeof ActForm>[0]>, answers: Answers = {}): Promise<Piece> =>
    (
      await part(
        <ActForm
          act="openHearing"
          label="Åbn"
          base={{ revisionId: 'r' }}
          fields={[]}
          onDone={() => undefined}
          {...more}
        />,
        answers,
      )
    ).page;

  test('asks for a reason when a reason would pass what is missing, and can then be sent', async () => {
    const page = await form({ entry: gated('openHearing', missing(true)) });
    expect(control(page, 'Begrundelse').tag).toBe('textarea');
    expect(stopped(button(page, 'Åbn'))).toBe(false);
    expect(describedBy(page, button(page, 'Åbn'))).toContain('Kræver en begrundelse:');
  });

  test('cannot be sent while something is missing that no reason passes, and says what', async () => {
    const page = await form({ entry: gated('openHearing', missing()) });
    expect(stopped(button(page, 'Åbn'))).toBe(true);
    expect(describedBy(page, button(page, 'Åbn'))).toContain(both('finding.hearingStillOpen').da);
  });

  test('that only wants a word of confirmation has a button of another name than the one that opened it', async () => {
    const page = await form({ intro: 'Det kan ikke gøres om.' });
    expect(all(page, ({ tag }) => tag === 'button').map((one) => nameOf(page, one))).toEqual(['Bekræft']);
  });

  test('sends along what was read when it was opened', async () => {
    const asked = line(() => ({ ok: true, result: {} }));
    const opened = {
      act: 'editComment' as const,
      label: 'Ret',
      base: { commentId: 'c' },
      fields: [],
      seen: 'as read',
    };
    const { go } = await inside(() => useActForm({ ...opened, onDone: () => undefined }));
    await go({ preventDefault: () => undefined } as never);
    expect(asked.map(({ body }) => body)).toEqual([{ commentId: 'c', seen: 'as read' }]);
  });

  test('asks the gate about what is filled in, not about what the page knew', async () => {
    const fields = [
      {
        name: 'deadline' as const,
        label: 'Svarfrist',
        kind: 'datetime' as const,
        initial: '2027-07-10T12:00',
      },
    ];
    const asked: string[] = [];
    const allowed: Answers['allowed'] = (act, query) => {
      asked.push(`${act} ${query['deadline']}`);
      return gated(act, missing(true));
    };
    const entry = gated('openHearing', missing());
    const page = await form({ entry, fields, gate: ['revisionId', 'deadline'] }, { allowed });
    expect(asked).toEqual(['openHearing 2027-07-10T12:00']);
    expect(stopped(button(page, 'Åbn'))).toBe(false);
    expect(said(page)).toContain('lørdag den 10. juli 2027 kl. 12.00');
  });

  test('of the answer names every other member as one to answer with, and begins as the comments stand', async () => {
    function Answer() {
      const mine = mineView();
      const { form: spec, ...action } = useSubmitAct(hearingFor('contact'), mine);
      return <ActForm {...action} {...spec!} base={{}} onDone={() => undefined} />;
    }
    const { page } = await part(<Answer />, world('contact'));
    const boxes = all(page, ({ attributes }) => attributes['type'] === 'checkbox').map((one) =>
      nameOf(page, one),
    );
    expect(boxes).toEqual(['UCN']);
    const chosen = all(page, ({ tag, attributes }) => tag === 'input' && 'checked' in attributes);
    expect(chosen.map((one) => nameOf(page, one))).toEqual(['med bemærkninger']);
    expect(said(page)).toContain('Svaret gælder for hele Aarhus Kommune. I har skrevet bemærkninger (2).');
  });

  const answerForm = async (more: Partial<ReturnType<typeof mineView>>, state: 'open' | 'closed') => {
    function Answer() {
      const mine = { ...mineView(), ...more };
      const { form: spec, ...action } = useSubmitAct(hearingFor('contact', undefined, { state }), mine);
      return <ActForm {...action} {...spec!} base={{}} onDone={() => undefined} />;
    }
    return (await part(<Answer />, world('contact'))).page;
  };
  const boxesOf = (page: Piece) => all(page, ({ attributes }) => attributes['type'] === 'checkbox');

  test('of a late answer asks nobody along, and says that it cannot be changed afterwards', async () => {
    const page = await answerForm({}, 'closed');
    expect(boxesOf(page)).toEqual([]);
    expect(said(page)).toContain('Svaret bliver for sent og kan ikke ændres bagefter.');
    expect(said(page)).not.toContain('kan afgives igen');
  });

  test('beside an answer of in time asks nothing, and says that it stands', async () => {
    const answer = { ...mineView().answer, submittedAt: '2026-12-01T09:42:00Z', state: 'noRemarks' as const };
    const page = await answerForm({ answer, lateWay: 'beside' }, 'closed');
    expect(all(page, ({ tag }) => tag === 'textarea' || tag === 'input')).toEqual([]);
    expect(said(page)).toContain('Jeres svar er afgivet i tide og står, som det er.');
  });

  test('of who said yes to another’s says, before it is sent, that it leaves that one', async () => {
    const proposal = {
      organisationId: 'o',
      organisationName: 'Odense Kommune',
      state: 'accepted' as const,
      askedAt: null,
      decidedAt: null,
      fell: false,
      afterNo: false,
      lateYes: false,
      decisions: { accept: false, decline: true },
      others: [],
      answer: null,
    };
    const page = await answerForm({ proposals: [proposal], joinedTo: 'Odense Kommune' }, 'open');
    expect(said(page)).toContain('er I ikke længere med i det, og Odense Kommune får det at vide.');
    expect(button(page, 'Forlad det fælles svar, og afgiv vores eget').tag).toBe('button');
  });
});
