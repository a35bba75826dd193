import { beforeEach, describe, expect, test } from '@jest/globals';
import { both } from '../../../bot/i18n/index.ts';
import type { RefusalCode } from '../../../bot/process/frame/refusals.ts';
import type { Values } from '../../../tab/src/parts/form/fields.ts';
import { host, json, line, type Asked } from '../frame/host.ts';
import { world } from '../case/cases.ts';
import { button, buttons, nameOf, said, tagged, type Piece } from '../frame/page.ts';
import { inside, part, visit } from '../frame/show.tsx';
import { idOf } from '../../support/views/views.ts';

const { filled, readAfterConsent } = await import('../../../tab/src/scheduling/ownCalendar.ts');
const { readingOf, useOwnCalendar } = await import('../../../tab/src/scheduling/useOwnCalendar.ts');
const { OwnReadingShown } = await import('../../../tab/src/scheduling/FromCalendar.tsx');
const { endConsent } = await import('../../../tab/src/scheduling/consentEnded.ts');
const { bearer } = await import('../../../tab/src/frame/token.ts');

const [first, second, third] = ['09', '10', '11'].map((hour) => `2027-02-02T${hour}:00:00.000Z`);
const slots = [
  { startsAt: first!, free: true },
  { startsAt: second!, free: false },
  { startsAt: third!, free: true },
];
const told = { ok: true, result: { slots } } as const;
const refusedWith = (code: RefusalCode) =>
  ({ ok: false, refusal: { code, message: both(`refusal.${code}` as 'refusal.consentNeeded') } }) as const;
const missing = refusedWith('consentNeeded');

/** A server that answers so, one after the other, the last for ever. */
function answering(...answers: object[]): Asked[] {
  let at = 0;
  return line(() => json(200, answers[Math.min(at++, answers.length - 1)]!));
}

const claims = { exp: Date.now() / 1000 + 3_600, tid: 'tenant-1', preferred_username: 'p1@example.dk' };
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
beforeEach(async () => {
  Object.assign(globalThis, { location: { host: 'tab.example', search: '' } });
  Object.assign(host, { windows: [], ended: [], consent: async (state: string) => state });
  host.token = async () => `head.${encoded(claims)}.sign`;
  await bearer(true);
});

/** The hook with a form of these values. */
async function form(values: Values) {
  const open = { values };
  const own = await inside(() => useOwnCalendar('s1', (more) => void (open.values = more(open.values))));
  return { open, ...own };
}

describe('the button of the poll', () => {
  const poll = async (locale: 'da' | 'en' = 'da'): Promise<Piece> =>
    (await visit(`/scheduling/${idOf('search')}`, world('representative'), locale)).page;

  test('stands in the form before what it fills in, and does not send', async () => {
    const page = await poll();
    const [fill, send] = buttons(tagged(page, 'form')[0]!);
    expect([nameOf(page, fill!), nameOf(page, send!)]).toEqual(['Udfyld ud fra min kalender', 'Send svar']);
    expect(fill!.attributes['type']).toBe('button');
    expect(button(await poll('en'), 'Fill in from my calendar').attributes['type']).toBe('button');
  });

  test('asks about this poll and ticks the free times; nothing else is sent', async () => {
    const asked = answering(told);
    const { open, read } = await form({ slots: [], none: false });
    await read();
    expect(asked).toMatchObject([
      { method: 'POST', path: '/api/own/freeBusy', body: { schedulingId: 's1' } },
    ]);
    expect(open.values).toEqual({ slots: [first, third], none: false });
  });

  test('that got no answer leaves the form as it was', async () => {
    line(() => {
      throw new TypeError('fetch failed');
    });
    const { open, read } = await form({ slots: [second!], none: false });
    await read();
    expect(open.values).toEqual({ slots: [second], none: false });
  });
});

describe('what is filled in', () => {
  test('stands beside what somebody ticked: their word comes before the calendar’s', () => {
    expect(filled({ slots: [second!], none: false }, slots)).toEqual({
      slots: [second, first, third],
      none: false,
    });
  });

  test('is in sight: a tick at “none of them” is taken away, unless nothing is free', () => {
    expect(filled({ slots: [], none: true }, slots)['none']).toBe(false);
    const busy = slots.map((one) => ({ ...one, free: false }));
    expect(filled({ slots: [second!], none: true }, busy)).toEqual({ slots: [second], none: true });
  });
});

describe('where consent is missing', () => {
  test('a window of Microsoft opens for this person and tenant, and the calendar is read after it', async () => {
    const asked = answering(told);
    const { open, allow } = await form({ slots: [], none: false });
    await allow();
    const [opened] = host.windows.map((url) => new URL(url));
    expect(opened).toMatchObject({ protocol: 'https:', host: 'tab.example', pathname: '/tab/consent' });
    expect(Object.fromEntries(opened!.searchParams)).toEqual({
      tenant: 'tenant-1',
      hint: 'p1@example.dk',
      state: expect.stringMatching(/^[\w-]{36}$/),
    });
    expect(asked).toHaveLength(1);
    expect(open.values['slots']).toEqual([first, third]);
  });

  test('whoever says no or closes the window is not asked for a calendar', async () => {
    const asked = answering(told);
    host.consent = () => Promise.reject(new Error('CancelledByUser'));
    const { open, allow } = await form({ slots: [], none: false });
    await allow();
    expect(asked).toEqual([]);
    expect(open.values['slots']).toEqual([]);
  });

  test('a window that does not come back with what this tab sent it off with has given nothing', async () => {
    const asked = answering(told);
    host.consent = async () => 'another';
    const { allow } = await form({ slots: [], none: false });
    await allow();
    expect(asked).toEqual([]);
  });

  test('Entra is given three more tries to know of it, each after twice the time', async () => {
    const waited: number[] = [];
    const wait = async (ms: number): Promise<void> => void waited.push(ms);
    const asked = answering(missing);
    expect(await readAfterConsent('s1', wait)).toEqual(missing);
    expect([asked.length, waited]).toEqual([4, [1_000, 2_000, 4_000]]);
  });

  test('it is asked no more often than it must be, nor when something else is wrong', async () => {
    const waited: number[] = [];
    const wait = async (ms: number): Promise<void> => void waited.push(ms);
    answering(missing, told);
    expect(await readAfterConsent('s1', wait)).toEqual(told);
    answering(refusedWith('calendarUnreadable'));
    expect((await readAfterConsent('s1', wait)).ok).toBe(false);
    expect(waited).toEqual([1_000]);
  });
});

describe('the status line', () => {
  const fill = 'Udfyld ud fra min kalender';
  const line = async (answer: Parameters<typeof readingOf>[0], more: object = {}) => {
    const reading = { ...readingOf(answer), ...more };
    const { page } = await part(
      <OwnReadingShown reading={reading} read={async () => undefined} allow={async () => undefined} />,
    );
    const status = tagged(page, 'div').find(({ attributes }) => attributes['role'] === 'status')!;
    return { text: said(status), names: buttons(page).map((one) => nameOf(page, one)) };
  };

  test('says how many were free and ticked, and that the answer is not sent', async () => {
    const { text, names } = await line(told);
    expect(text).toContain('Din kalender er ledig på 2 af 3 tider, og dem er der nu sat kryds ved.');
    expect(text).toContain('send så svaret');
    expect(names).toEqual([fill]);
  });

  test('says when nothing was free, and that one may come all the same', async () => {
    const busy = { ok: true, result: { slots: slots.map((one) => ({ ...one, free: false })) } } as const;
    expect((await line(busy)).text).toContain('Der er ikke sat kryds.');
  });

  test('says what Microsoft will ask before it asks, with the button that lets it', async () => {
    const { text, names } = await line(missing);
    expect(text).toContain('Du har endnu ikke givet appen lov');
    expect(text).toContain('og gemmer det ikke');
    expect(names).toEqual(['Giv lov']);
  });

  test('says when it was not allowed, and lets one try again', async () => {
    const { text, names } = await line(missing, { notGiven: true });
    expect(text).toContain('Du gav ikke lov');
    expect(names).toEqual(['Giv lov']);
  });

  test('says why a guest’s calendar cannot be read, and asks for no consent', async () => {
    expect(await line(refusedWith('calendarUnreadable'))).toEqual({
      text: 'Din kalender ligger i din egen organisation og kan ikke læses herfra. Sæt selv kryds.',
      names: [fill],
    });
  });
});

describe('the last page of the window', () => {
  const end = async (search: string): Promise<string> => {
    const root = { textContent: '' };
    Object.assign(globalThis, {
      document: { documentElement: { lang: '' }, getElementById: () => root },
      location: { host: 'tab.example', search },
    });
    await endConsent();
    Reflect.deleteProperty(globalThis, 'document');
    return root.textContent;
  };

  test.each([
    ['?outcome=given&state=s1', 'success: s1'],
    ['?outcome=refused&state=s1', 'failure: refused'],
    ['', 'failure: refused'],
  ])('at %j tells the tab: %s', async (search, ended) => {
    expect(await end(search)).toMatch(/Teams/);
    expect(host.ended).toEqual([ended]);
  });
});
