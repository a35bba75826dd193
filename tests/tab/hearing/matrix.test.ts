import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KeyboardEvent } from 'react';
import type { CommentView } from '../../../bot/views/hearing/shapes.ts';
import { commentView, idOf } from '../../support/views/views.ts';
import { line } from '../frame/host.ts';
import { inside } from '../frame/show.tsx';

const { disposeInput, draftOf, kept, nextUnanswered, noFilters, wholeDocument } =
  await import('../../../tab/src/hearing/comments/matrix.ts');
const { matrixKeys } = await import('../../../tab/src/hearing/comments/matrixKeys.ts');
const { useMatrix } = await import('../../../tab/src/hearing/comments/useMatrix.ts');
const { useDispose } = await import('../../../tab/src/hearing/comments/useDispose.ts');
type State = ReturnType<typeof useMatrix>;

// What a browser has: only what a key was pressed in, and where focus goes next.
class Box {
  readonly type: string;
  constructor(type = '') {
    this.type = type;
  }
}
class Input extends Box {}
class Area extends Box {}
class Choice extends Box {}
Object.assign(globalThis, {
  HTMLInputElement: Input,
  HTMLTextAreaElement: Area,
  HTMLSelectElement: Choice,
  requestAnimationFrame: () => 0,
});

const comment = (name: string, more: Partial<CommentView> = {}): CommentView =>
  commentView(undefined, { id: idOf(name), ref: name, theme: 'Krav', ...more });
const withdrawn = { withdrawnAt: '2026-12-02T08:00:00Z' };
const answered = { disposition: 'noted' as const };
const all = [
  comment('a', { clause: '5.a', type: 'general' }),
  comment('b', { clause: null, ...answered }),
  comment('c', { organisationId: idOf('odense'), theme: 'Pris' }),
  comment('d', withdrawn),
];
const refs = (comments: CommentView[]): string => comments.map((one) => one.ref).join('');

describe('of all comments are shown', () => {
  test.each([
    ['all, when nothing is chosen', {}, 'abcd'],
    ['those of one clause', { clause: '5.a' }, 'a'],
    ['those on the whole document', { clause: wholeDocument }, 'b'],
    ['those of one organisation', { organisationId: idOf('odense') }, 'c'],
    ['those of one type', { type: 'general' }, 'a'],
    ['those of one theme', { theme: 'Pris' }, 'c'],
    ['those that await an answer: neither the answered nor the withdrawn', { unanswered: true }, 'ac'],
    ['only what fits everything chosen', { type: 'technical', unanswered: true }, 'c'],
  ])('%s', (_, filters, expected) => expect(refs(kept(all, { ...noFilters, ...filters }))).toBe(expected));
});

describe('after an answer comes the next that awaits one', () => {
  test.each([
    ['a', 'c'],
    ['b', 'c'],
    ['c', 'a'],
    ['d', 'a'],
  ])('after %s: %s', (from, to) => expect(nextUnanswered(all, idOf(from))?.ref).toBe(to));

  test('none, when all are answered; never the same again while others wait', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), fc.nat(), (waits, at) => {
        const comments = waits.map((wait, index) => comment(`c${index}`, wait ? {} : answered));
        const from = comments[at % comments.length]!;
        const next = nextUnanswered(comments, from.id);
        const others = comments.filter((one) => one !== from && !one.disposition);
        expect(next === undefined).toBe(others.length === 0);
        if (next) expect(others).toContain(next);
      }),
    ));
});

describe('an answer to a comment', () => {
  test('begins with what was answered before', () =>
    expect(
      draftOf(
        comment('a', { disposition: 'partly', response: 'Rettet', theme: 'Pris', changedClause: '5.b' }),
      ),
    ).toEqual({
      disposition: 'partly',
      response: 'Rettet',
      theme: 'Pris',
      clause: '5.b',
      seen: 'words.answer',
    }));

  test('says nothing of a theme or a clause that was not given', () => {
    const draft = { disposition: 'noted' as const, response: 'Tak', theme: '  ', clause: '', seen: 'read' };
    const said = { commentId: idOf('a'), seen: 'read', disposition: 'noted', response: 'Tak' };
    expect(disposeInput(comment('a'), draft)).toEqual(said);
    expect(disposeInput(comment('a'), { ...draft, theme: ' Pris ', clause: '5.b' })).toMatchObject({
      theme: 'Pris',
      clause: '5.b',
    });
  });
});

describe('going through the comments', () => {
  const go = (...steps: ((state: State) => void)[]) => inside(() => useMatrix(all), steps);

  test('begins with the first and stops at both ends', async () => {
    expect((await go()).comment?.ref).toBe('a');
    expect((await go((s) => s.move(1))).comment?.ref).toBe('b');
    expect((await go((s) => s.move(-1))).comment?.ref).toBe('a');
    expect(
      (
        await go(
          (s) => s.show(idOf('d')),
          (s) => s.move(1),
        )
      ).comment?.ref,
    ).toBe('d');
  });

  test('what is half written for one comment is there when one comes back to it, and marked in the list', async () => {
    const state = await go(
      (s) => s.write({ response: 'Halvt' }),
      (s) => s.show(idOf('c')),
      (s) => s.write({ response: 'Andet' }),
      (s) => s.show(idOf('a')),
    );
    expect(state.draft?.response).toBe('Halvt');
    expect([...state.half]).toEqual([idOf('a'), idOf('c')]);
  });

  test('what was saved is half written no more', async () => {
    const state = await go(
      (s) => s.write({ response: 'Helt' }),
      (s) => s.settle(idOf('a')),
    );
    expect([...state.half]).toEqual([]);
    expect(state.draft?.response).toBe('');
  });

  test('several are picked and put back one by one', async () => {
    const state = await go(
      (s) => s.pick(idOf('a')),
      (s) => s.pick(idOf('c')),
      (s) => s.pick(idOf('a')),
    );
    expect([...state.picked.keys()]).toEqual([idOf('c')]);
  });

  test('a filter keeps the comment one is at in view, though it is listed no more', async () => {
    const state = await go(
      (s) => s.show(idOf('b')),
      (s) => s.setFilters({ ...noFilters, unanswered: true }),
    );
    expect([state.comment?.ref, refs(state.shown)]).toEqual(['b', 'ac']);
  });
});

describe('saving an answer', () => {
  const draft = { disposition: 'noted' as const, response: 'Tak', theme: '', clause: '', seen: 'read' };
  async function save(
    given: Partial<State>,
    ok = true,
    code = 'commentWithdrawn',
  ): Promise<{ sent: unknown[]; done: string[] }> {
    const done: string[] = [];
    const asked = line(() => (ok ? { ok, result: {} } : { ok, refusal: { code, message: {} } }));
    const settle = (id: string): number => done.push(`settled ${id}`);
    const show = (id: string): number => done.push(`shown ${id}`);
    const write = (part: object): number => done.push(`wrote ${JSON.stringify(part)}`);
    const state = { shown: all, draft, settle, show, write, ...given } as unknown as State;
    const { save: press } = await inside(() => useDispose(all[0]!, state));
    await press();
    return { sent: asked.map(({ body }) => body), done };
  }

  test('goes on to the next that awaits one', async () => {
    const { sent, done } = await save({});
    expect(sent).toEqual([{ commentId: idOf('a'), seen: 'read', disposition: 'noted', response: 'Tak' }]);
    expect(done).toEqual([`settled ${idOf('a')}`, `shown ${idOf('c')}`]);
  });

  test('stays at the last', async () =>
    expect((await save({ shown: all.slice(0, 1) })).done).toContain(`shown ${idOf('a')}`));

  test('that is refused stays where it is, with what was written', async () =>
    expect((await save({}, false)).done).toEqual([]));

  test.each(['commentChanged', 'commentAnswered'])(
    'refused because of what was not read (%s) keeps what was written, and the next press knows it',
    async (code) => expect((await save({}, false, code)).done).toEqual(['wrote {"seen":""}']),
  );

  test('after that is sent with the comment as it is', async () => {
    const { sent } = await save({ draft: { ...draft, seen: '' } });
    expect(sent).toMatchObject([{ seen: all[0]!.seen }]);
  });

  test.each([{ disposition: '' as const }, { response: '  ' }])(
    'that is half (%j) is not sent',
    async (part) => expect((await save({ draft: { ...draft, ...part } })).sent).toEqual([]),
  );
});

describe('the keyboard', () => {
  function press(key: string, target: Box = new Box(), more: Partial<KeyboardEvent> = {}): string[] {
    const done: string[] = [];
    const state = {
      comment: all[0],
      move: (step: number) => done.push(`move ${step}`),
      pick: () => done.push('pick'),
    } as unknown as State;
    const event = { key, target, preventDefault: () => done.push('taken'), ...more };
    matrixKeys(state, (index) => done.push(`choose ${index}`))(event as unknown as KeyboardEvent);
    return done;
  }

  test.each([
    ['j', ['move 1', 'taken']],
    ['k', ['move -1', 'taken']],
    ['ArrowDown', ['move 1', 'taken']],
    ['ArrowUp', ['move -1', 'taken']],
    ['x', ['pick', 'taken']],
    ['1', ['choose 0', 'taken']],
    ['4', ['choose 3', 'taken']],
    ['5', []],
    ['0', []],
    ['Enter', []],
    [' ', []],
  ])('%j', (key, expected) => expect(press(key)).toEqual(expected));

  test.each([
    ['a text', new Area()],
    ['a line', new Input('text')],
    ['a list', new Choice()],
  ])('while %s is being filled, every key is typed', (_, box) =>
    expect(['j', 'x', '1', 'ArrowDown'].flatMap((key) => press(key, box))).toEqual([]),
  );

  test('on the four answers the arrows choose among them, and the letters still move', () => {
    expect(press('ArrowDown', new Input('radio'))).toEqual([]);
    expect(press('j', new Input('radio'))).toEqual(['move 1', 'taken']);
    expect(press('ArrowDown', new Input('checkbox'))).toEqual(['move 1', 'taken']);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'])('with %s held down, a key is the browser’s', (held) =>
    expect(press('j', new Box(), { [held]: true })).toEqual([]),
  );
});
