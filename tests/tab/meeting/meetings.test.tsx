import { describe, expect, test } from '@jest/globals';
import type { MeetingView, SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import { mostOffered } from '../../../bot/process/scheduling/scheduling.ts';
import { idOf } from '../../support/views/views.ts';
import { world } from '../case/cases.ts';
import {
  button,
  buttons,
  control,
  controls,
  nameOf,
  said,
  stopped,
  tagged,
  type Piece,
} from '../frame/page.ts';
import { refused, roles, verdicts, type Role } from '../frame/readers.ts';
import {
  failedCall,
  invitees,
  meetingView,
  proposed,
  searchView,
  timeOf,
  waiting,
} from '../frame/timeCases.ts';
import { inside, part, visit, type Answers } from '../frame/show.tsx';

const { useSearchActs } = await import('../../../tab/src/scheduling/searchActs.ts');

const names = (page: Piece): string[] => buttons(page).map((one) => nameOf(page, one));
const open = async (path: string, role: Role, more: Answers = {}): Promise<Piece> =>
  (await visit(path, world(role, undefined, more))).page;
const meetings = (role: Role, ...items: Partial<MeetingView>[]): Promise<Piece> =>
  open('/meetings', role, {
    meetings: ({ past }) => {
      expect(past).toBe('false');
      return {
        items: items.map((more, index) => meetingView(role, undefined, { id: idOf(`m${index}`), ...more })),
        allowed: verdicts(role, 'callMeeting', 'findTime'),
      };
    },
  });
const meeting = (role: Role, more: Partial<MeetingView> = {}): Promise<Piece> =>
  open(`/meeting/${idOf('meeting')}`, role, { meeting: meetingView(role, undefined, more) });
const search = (role: Role, scheduling: SchedulingView = searchView(role)): Promise<Piece> =>
  open(`/scheduling/${idOf('search')}`, role, { scheduling });
const headings = (page: Piece): string[] => tagged(page, 'h3').map(said);
const links = (page: Piece): (string | undefined)[] =>
  tagged(tagged(page, 'main')[0]!, 'a').map(({ attributes }) => attributes['href']);

describe('the page of meetings', () => {
  const later = { startsAt: '2027-09-01T11:00:00Z', endsAt: '2027-09-01T13:00:00Z' };
  const over = { startsAt: '2026-05-06T11:00:00Z', endsAt: '2026-05-06T13:00:00Z', inSession: false };

  test('begins with what is in session, then what comes next; what is over or cancelled is not even asked for', async () => {
    const page = await meetings(
      'staff',
      { title: 'Senere', ...later, inSession: false },
      { title: 'Næste', inSession: false },
      { title: 'Nu', ...later },
    );
    const [first, second] = tagged(page, 'details');
    expect(second).toBeUndefined();
    expect(said(first!)).toBe('Tidligere og aflyste møder');
    expect(
      headings(page)
        .slice(1, 4)
        .map((one) => one.split(' ')[0]),
    ).toEqual(['Nu', 'Næste', 'Senere']);
  });

  test('shows what is behind us as the server gives it, a page at a time, to whoever opens it', async () => {
    const { Behind } = await import('../../../tab/src/meeting/Behind.tsx');
    const given: (string | undefined)[] = [];
    const { page } = await part(<Behind />, {
      meetings: ({ past, after, limit }) => {
        given.push(`${past} ${after} ${limit}`);
        const items = ['Aflyst', 'Forrige'].map((title) =>
          meetingView('staff', undefined, { id: idOf(title), title, ...over }),
        );
        return { items, next: idOf('Forrige'), allowed: [] };
      },
    });
    expect(given).toEqual(['true undefined 25']);
    expect(headings(page).map((one) => one.split(' ')[0])).toEqual(['Aflyst', 'Forrige']);
    expect(stopped(button(page, 'Hent flere'))).toBe(false);
  });

  test('shows a search for a time to whoever is asked, with the deadline', async () => {
    const page = await meetings('representative');
    expect(links(page)).toContain(`/tab/scheduling/${idOf('search')}`);
    expect(said(page)).toContain('Der er spurgt om tid · senest onsdag den 20. januar 2027 kl. 12.00');
  });

  test.each(roles)('lets the %s call meetings only if they are the secretariat', async (role) => {
    const found = names(await meetings(role)).filter((name) => /Find en tid|Indkald/.test(name));
    expect(found).toEqual(role === 'secretariat' ? ['Find en tid', 'Indkald til møde'] : []);
  });

  test('says at once when the call to a meeting failed, and why', async () => {
    const page = await meetings('secretariat', failedCall);
    expect(said(page)).toContain('Mødet er slettet i sekretariatets kalender.');
    expect(said(page)).toContain('Botten måtte ikke komme ind i mødets chat.');
  });

  test('has the address of the reader’s own calendar, whole, to be copied or renewed', async () => {
    const page = await meetings('staff');
    const field = control(page, 'Adresse til din kalender');
    expect(field.attributes['value']).toMatch(/\/calendar\/reader\.c2lnbmVk\.ics$/);
    expect(names(page)).toEqual(expect.arrayContaining(['Kopiér adressen', 'Få en ny adresse']));
  });
});

describe('a meeting', () => {
  test.each([
    ['secretariat', ['Hæv mødet', 'Vælg mødets chat', 'Ret mødet', 'Læs svarene nu', 'Aflys mødet']],
    ['chair', ['Hæv mødet']],
    ['representative', []],
    ['contact', []],
    ['staff', []],
  ] as [Role, string[]][])('offers the %s what is theirs', async (role, offered) => {
    const found = names(await meeting(role)).filter((name) => !/markering|Markér/.test(name));
    expect(found).toEqual(offered);
  });

  test('that has been in session is not offered to be cancelled', async () => {
    const allowed = [...verdicts('secretariat', 'changeMeeting'), refused('cancelMeeting', 'meetingHeld')];
    const found = names(await meeting('secretariat', { inSession: false, allowed }));
    expect(found).toContain('Ret mødet');
    expect(found).not.toContain('Aflys mødet');
  });

  test('that is linked and not in session is opened, and its chat is not asked for', async () => {
    const page = await meeting('chair', { inSession: false, linked: true, joinUrl: null });
    expect(names(page)).toEqual(['Sæt mødet']);
    expect(said(page)).toContain('Mødet er ikke sat');
    expect(said(page)).toContain('Botten er i mødets chat.');
    expect(said(page)).not.toContain('Deltag i mødet i Teams');
  });

  test('says who comes; by name to the secretariat only', async () => {
    const line = 'Svar på indkaldelsen: 1 kommer, 0 måske, 0 kommer ikke, 1 har ikke svaret (læst tir';
    const office = said(await meeting('secretariat'));
    expect(office).toContain(line);
    expect(office).toContain('Indkøbschef, Odense KommuneKommer');
    const other = said(await meeting('staff'));
    expect(other).toContain(line);
    expect(other).not.toContain('Indkøbschef, Odense Kommune');
  });

  test('whose call failed is tried again with the first button there is', async () => {
    const page = await meeting('secretariat', failedCall);
    expect(stopped(button(page, 'Prøv igen'))).toBe(false);
    expect(names(page)).not.toContain('Læs svarene nu');
  });

  test('on its way says so, and is neither there nor failed', async () => {
    const text = said(await meeting('secretariat', { calendar: waiting, chat: waiting }));
    expect(text).toContain('Mødet er på vej i deltagernes kalender. Botten er på vej ind i mødets chat.');
  });

  test('that is cancelled says when and why, and has no button and no way in', async () => {
    const cancelled = { cancelledAt: '2026-11-30T09:00:00Z', cancelReason: 'Udbuddet er udskudt.' };
    const page = await meeting('secretariat', { ...cancelled, inSession: false, presence: [] });
    expect(said(page)).toContain('Aflyst mandag den 30. november 2026 kl. 10.00: Udbuddet er udskudt.');
    expect(names(page)).toEqual([]);
    expect(said(page)).not.toContain('Deltag i mødet i Teams');
  });
});

describe('finding a time, for the secretariat', () => {
  test('says what the calendars gave and what to do with it', async () => {
    const text = said(await search('secretariat', proposed()));
    expect(text).toContain('1. februar 2027 til 5. februar 2027 · 120 minutter · 3 personer indkaldes');
    expect(text).toContain('Læste kalendere: 1. Kan ikke læses: 2. Spørg om de bedste tider');
  });

  test('needs no poll when every calendar was read', async () => {
    const calendars = { readAt: '2026-11-28T09:00:00Z', failure: null, readable: 3, unreadable: 0 };
    const text = said(await search('secretariat', proposed(undefined, { calendars })));
    expect(text).toContain('Alle 3 kalendere er læst. Fastlæg mødet på den bedste tid.');
  });

  test('shows the times in the order they were ranked, says where the chair cannot, and marks the best', async () => {
    const page = await search('secretariat');
    const times = tagged(page, 'li').filter(({ attributes }) => attributes['class'] === 'rated');
    expect(times.map(said)).toEqual([
      expect.stringMatching(/^tirsdag den 2\. februar 2027 kl\. 10\.00 til 12\.00.*2 kan, 1 ved vi ikke/),
      expect.stringMatching(/^onsdag.*1 måske, 1 kan ikke, 1 ved vi ikke Formandskabet kan ikke/),
    ]);
    expect(said(times[0]!)).not.toContain('Formandskabet kan ikke');
    expect(names(times[0]!)).toEqual(['Fastlæg tirs 2. feb. kl. 10.00']);
  });

  test('has a row for each person and a column for each time', async () => {
    const page = await search('secretariat');
    const table = tagged(page, 'table').find(({ attributes }) => attributes['class'] === 'who-can')!;
    expect(tagged(table, 'tr').map((row) => tagged(row, 'td').map(said))).toEqual([
      [],
      ['Kan', 'Kan ikke'],
      ['Kan', 'Måske'],
      ['Ved vi ikke', 'Ved vi ikke'],
    ]);
  });

  test('counts the answers of those who owe one, and says whose are missing', async () => {
    const text = said(await search('secretariat'));
    expect(text).toContain('1 af 2 har svaret. Svarfrist onsdag den 20. januar 2027 kl. 12.00.');
    expect(text).toMatch(/Aarhus Kommune formandskabLæstSkal ikke svare/);
    expect(text).toMatch(/HOFOR Kalenderen ligger i en anden organisation og kan ikke læsesMangler/);
  });

  test('ticks the best time of each of four days beforehand, and offers all', async () => {
    const days = ['02', '02', '03', '04', '05', '08'].map((day, index) => ({
      ...timeOf(`2027-02-${day}`, ['can', 'can', 'can']),
      startsAt: `2027-02-${day}T${String(9 + index).padStart(2, '0')}:00:00Z`,
    }));
    const [poll] = await inside(() => useSearchActs(proposed(undefined, { times: days })));
    const [slots] = poll!.form!.fields;
    expect(slots!.options).toHaveLength(6);
    expect(slots!.initial).toEqual([0, 2, 3, 4].map((index) => days[index]!.startsAt));
  });

  test('says how many times may be asked about, as the server has it', async () => {
    for (const locale of ['da', 'en'] as const) {
      const [poll] = await inside(() => useSearchActs(proposed()), [], locale);
      expect(poll!.form!.intro).toMatch(new RegExp(` ${mostOffered} t(ider|imes)`));
    }
  });

  test.each(['settled', 'dropped'] as const)('that is %s leaves nothing to press', async (state) => {
    const meetingId = state === 'settled' ? idOf('meeting') : null;
    const page = await search('secretariat', searchView('secretariat', undefined, { state, meetingId }));
    expect(names(page)).toEqual([]);
    expect(links(page).includes(`/tab/meeting/${idOf('meeting')}`)).toBe(state === 'settled');
  });

  test('and a meeting say who has been told, to the secretariat alone', async () => {
    const polling = (role: Role) => searchView(role, undefined, { openedAt: '2027-01-11T08:00:00Z' });
    for (const role of roles)
      for (const page of [await search(role, polling(role)), await meeting(role)])
        expect(said(page).includes('Hvem har fået besked')).toBe(role === 'secretariat');
  });

  test('shows nobody else what the calendars say, nor who is asked', async () => {
    for (const role of roles.slice(1)) {
      const text = said(await search(role));
      for (const { name } of invitees()) expect(text).not.toContain(name);
      expect(text).not.toMatch(/Fastlæg|Kan ikke|Ved vi ikke/);
    }
  });
});

describe('a poll, for who is asked', () => {
  test('has each time to tick, and a way to say that none suits', async () => {
    const page = await search('representative');
    expect(controls(page).map((one) => nameOf(page, one))).toEqual([
      'tirsdag den 2. februar 2027 kl. 10.00 til 12.00',
      'onsdag den 3. februar 2027 kl. 10.00 til 12.00',
      'Ingen af tiderne passer',
    ]);
    expect(names(page)).toEqual(['Udfyld ud fra min kalender', 'Send svar']);
    expect(said(page)).toContain('Svar senest onsdag den 20. januar 2027 kl. 12.00.');
  });

  test('that is answered keeps the receipt beside the ticks, which can be changed', async () => {
    const own = searchView('representative');
    const slots = own.slots.map((slot, index) => ({ ...slot, possible: index === 1 }));
    const mine = { answeredAt: '2026-11-30T09:00:00Z' };
    const page = await search('representative', { ...own, slots, mine });
    expect(said(page)).toContain('Modtaget mandag den 30. november 2026 kl. 10.00: du kan 1 af 2 tider.');
    expect(controls(page).map(({ attributes }) => 'checked' in attributes)).toEqual([false, true, false]);
    expect(names(page)).toEqual(['Udfyld ud fra min kalender', 'Ret svar']);
  });

  test('that nobody may answer any more says why before the press', async () => {
    const message = { da: 'Mødetidspunktet er fastlagt.', en: 'The time is settled.' };
    const allowed = [refused('answerPoll', 'schedulingOver', message)];
    const page = await search('representative', searchView('representative', undefined, { allowed }));
    expect(stopped(button(page, 'Send svar'))).toBe(true);
    expect(said(page)).toContain(message.da);
  });

  test('that is over has nothing to fill in', async () => {
    const page = await search('chair', searchView('chair', undefined, { state: 'settled' }));
    expect(controls(page)).toEqual([]);
    expect(said(page)).toContain('Der er intet at svare på længere.');
  });
});
