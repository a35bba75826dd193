import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commentView, idOf } from '../../support/views/views.ts';
import { line } from './host.ts';
import { control, said } from './page.ts';
import { inside, part } from './show.tsx';

const { frame } = await import('../../../tab/src/frame/frame.ts');
const { keep, keptOf } = await import('../../../tab/src/frame/kept.ts');
const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { useActForm } = await import('../../../tab/src/parts/form/useActForm.ts');
const { useMatrix } = await import('../../../tab/src/hearing/comments/useMatrix.ts');
const { DisposeMany } = await import('../../../tab/src/hearing/comments/DisposeMany.tsx');
const { useDisposeMany } = await import('../../../tab/src/hearing/comments/useDisposeMany.ts');
const { noDraft } = await import('../../../tab/src/hearing/comments/matrix.ts');

const comments = ['a', 'b'].map((name) => commentView(undefined, { id: idOf(name), ref: name, seen: 'new' }));
const event = { preventDefault: () => undefined } as never;
const fields = [{ name: 'text' as const, label: 'Teksten', required: true }];
const spec = {
  act: 'addComment' as const,
  label: 'Skriv',
  base: { hearingId: 'h' },
  fields,
  onDone: () => undefined,
};
type Form = ReturnType<typeof useActForm>;
const form = (...steps: ((form: Form) => void)[]): Promise<Form> => inside(() => useActForm(spec), steps);

beforeEach(() => {
  frame.reader = `reader ${Math.random()}`;
});
afterEach(() => {
  frame.reader = null;
});

describe('what is typed and not saved', () => {
  test('in a form is there again when one has looked elsewhere, and the form says so', async () => {
    await form((one) => one.set('text')('Halvt'));
    const { page } = await part(<ActForm {...spec} />);
    expect(control(page, 'Teksten').attributes['value']).toBe('Halvt');
    expect(said(page)).toContain('Her står det, du skrev før og ikke har gemt.');
  });

  test('is nobody else’s, and of nothing else', async () => {
    await form((one) => one.set('text')('Halvt'));
    const other = await inside(() => useActForm({ ...spec, base: { hearingId: 'other' } }));
    expect(other.values['text']).toBe('');
    frame.reader = 'somebody else';
    expect((await form()).values['text']).toBe('');
  });

  test('is gone when it is saved, and stays when it is refused', async () => {
    await form((one) => one.set('text')('Halvt'));
    line(() => ({ ok: false, refusal: { code: 'commentChanged', message: {} } }));
    await (await form()).go(event);
    expect((await form()).values['text']).toBe('Halvt');
    line(() => ({ ok: true, result: {} }));
    await (await form()).go(event);
    expect((await form()).values['text']).toBe('');
  });

  test('is gone when it is given up', async () => {
    await form((one) => one.set('text')('Halvt'));
    (await inside(() => useActForm({ ...spec, onCancel: () => undefined }))).cancel?.();
    expect((await form()).values['text']).toBe('');
  });

  test('is sent with what was read when it was typed, however late', async () => {
    const about = (seen: string, ...steps: ((form: Form) => void)[]): Promise<Form> =>
      inside(() => useActForm({ ...spec, seen }), steps);
    await about('then', (one) => one.set('text')('Halvt'));
    const asked = line(() => ({ ok: true, result: {} }));
    await (await about('now')).go(event);
    expect(asked[0]?.body).toMatchObject({ seen: 'then' });
  });

  test('of answers to comments is there again for each, until it is saved', async () => {
    const matrix = (...steps: ((state: ReturnType<typeof useMatrix>) => void)[]) =>
      inside(() => useMatrix(comments, 'comments h'), steps);
    await matrix(
      (state) => state.write({ response: 'Halvt' }),
      (state) => state.writeMany({ response: 'Til flere' }),
    );
    const again = await matrix();
    expect([again.draft?.response, again.many.response, again.typed.restored]).toEqual([
      'Halvt',
      'Til flere',
      true,
    ]);
    await matrix(
      (state) => state.settle(idOf('a')),
      (state) => state.writeMany(null),
    );
    expect(keptOf('comments h')).toBeUndefined();
  });

  test('is kept over a reload, where the browser lets it', () => {
    const stored = new Map<string, string>();
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, text: string) => stored.set(key, text),
        removeItem: (key: string) => stored.delete(key),
      },
    });
    keep('form', 'Halvt');
    expect([...stored.values()]).toEqual(['"Halvt"']);
    keep('form', undefined);
    expect(stored.size).toBe(0);
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });
});

describe('one answer to several comments', () => {
  const draft = { ...noDraft, disposition: 'noted' as const, response: 'Tak' };
  const picked = new Map(comments.map(({ id }) => [id, 'as picked']));

  test('shows what somebody else has answered before it is written over', async () => {
    const answered = { ...comments[0]!, disposition: 'partly' as const, response: 'En andens svar' };
    function Many() {
      return (
        <DisposeMany comments={[answered, comments[1]!]} state={useMatrix(comments)} entry={undefined} />
      );
    }
    const text = said((await part(<Many />)).page);
    expect(text).toContain('Gemt nu:');
    expect(text).toContain('En andens svar');
  });

  test('that is refused in part keeps what was typed', async () => {
    const done: unknown[] = [];
    const state = {
      picked,
      writeMany: (part: unknown) => done.push(part),
      setPicked: (left: Map<string, string>) => done.push([...left.keys()]),
    };
    line(({ body }) =>
      (body as { commentId: string }).commentId === idOf('a')
        ? { ok: false, refusal: { code: 'commentAnswered', message: {} } }
        : { ok: true, result: {} },
    );
    const { save } = await inside(() => useDisposeMany(comments, state as never));
    await save(draft);
    expect(done).toEqual([[idOf('a')]]);
  });

  test('stays when nothing is picked any more', async () => {
    const state = await inside(
      () => useMatrix(comments),
      [
        (one) => one.pick(idOf('a')),
        (one) => one.writeMany({ response: 'Tak' }),
        (one) => one.setPicked(new Map()),
      ],
    );
    expect(state.many.response).toBe('Tak');
  });
});
