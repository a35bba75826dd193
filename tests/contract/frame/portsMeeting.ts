import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CalendarEvent } from '../../../bot/ports.ts';
import { eventually } from '../../support/app.ts';
import type { Ground } from './tenants.ts';

const hour = 3600_000;
/** A month from now, on the hour: late enough to be in nobody's way. */
const start = Math.ceil(Date.now() / hour) * hour + 30 * 24 * hour;
const at = (hours: number): Date => new Date(start + hours * hour);
const over = 'Prøven er slut.';
const addressOf = (ground: Ground, name: string): string => `${name}@${ground.mailbox.split('@')[1]}`;

export function freeBusyPromises(ground: Ground): void {
  describe('Calendar.freeBusy', () => {
    test('reads the mailbox, and says of an address that is nobody’s why it cannot be read', async () => {
      const nobody = addressOf(ground, `nobody-${Date.now()}`);
      const seen = await ground.calendar.freeBusy([ground.mailbox, nobody], at(0), at(9));
      expect(seen.get(ground.mailbox)).toMatchObject({ readable: true });
      expect(seen.get(nobody)).toEqual({ readable: false, because: expect.stringMatching(/\w+/) });
    });

    test('answers every address asked for, as it was written and however many there are', async () => {
      const many = Array.from({ length: 24 }, (_, n) => addressOf(ground, `nobody-${Date.now()}-${n}`));
      const asked = [...many, ground.mailbox.toUpperCase()];
      const seen = await ground.calendar.freeBusy(asked, at(0), at(9));
      expect([...seen.keys()]).toEqual(asked);
      expect(seen.get(ground.mailbox.toUpperCase())).toMatchObject({ readable: true });
    });
  });
}

interface Meeting {
  key: string;
  called: CalendarEvent;
  made: { id: string; joinUrl: string | null };
}

/** One meeting for all of it: whoever is called to it on a real tenant gets its mails. */
function useMeeting(ground: Ground): Meeting {
  const meeting = { key: randomUUID() } as Meeting;
  beforeAll(async () => {
    const { displayName: name, email } = await ground.person();
    meeting.called = {
      title: `CONTRACT-${Date.now()}`,
      html: '<p>Prøve af forbindelsen. Mødet bliver aflyst straks.</p>',
      startsAt: at(1),
      endsAt: at(2),
      attendees: [{ name, address: email ?? '' }],
    };
    meeting.made = await ground.calendar.create(meeting.key, meeting.called);
  }, 60_000);
  afterAll(async () => {
    if (meeting.made) await ground.calendar.cancel(meeting.made.id, over);
  }, 60_000);
  return meeting;
}

const span = (startsAt: Date, endsAt: Date): string => `${startsAt.toISOString()}/${endsAt.toISOString()}`;

/** When the mailbox is taken, around the meeting. */
async function taken({ calendar, mailbox }: Ground): Promise<string[]> {
  const seen = (await calendar.freeBusy([mailbox], at(0), at(9))).get(mailbox);
  return seen?.readable ? seen.taken.map(({ startsAt, endsAt }) => span(startsAt, endsAt)).sort() : [];
}

function calendarPromises(ground: Ground, meeting: Meeting): void {
  test('is one event with one link, though it is called twice with the same key', async () => {
    const { key, called, made } = meeting;
    expect(await ground.calendar.create(key, called)).toEqual(made);
    expect(made.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  });

  test('lists those who were called, who have not answered yet', async () => {
    const answers = await ground.calendar.answers(meeting.made.id);
    const known = answers?.map((one) => ({ ...one, address: one.address.toLowerCase() }));
    const addresses = meeting.called.attendees.map(({ address }) => address.toLowerCase());
    expect(known).toEqual(addresses.map((address) => ({ address, response: null, at: null })));
  });

  test('moves: the time it had is free again, and the one it got is taken', async () => {
    const [first, then] = [span(at(1), at(2)), span(at(5), at(6))];
    const look = () => taken(ground);
    const before = await eventually(look, (all) => all.includes(first), 20_000);
    const moved = { ...meeting.called, startsAt: at(5), endsAt: at(6) };
    expect(await ground.calendar.change(meeting.made.id, moved)).toBe(true);
    const after = await eventually(look, (all) => all.includes(then), 20_000);
    expect(after).toEqual(before.toSpliced(before.indexOf(first), 1, then).sort());
  });
}

function chatPromises(ground: Ground, meeting: Meeting): void {
  test('has a chat, which its link leads to and the app may enter twice', async () => {
    const thread = (await ground.meetingChats.threadOf(meeting.made.joinUrl ?? '')) ?? '';
    expect(thread).toMatch(/^19:/);
    await ground.meetingChats.enter(thread);
    await ground.meetingChats.enter(thread);
  });

  test('has a link like no other: one that nobody made leads to no chat', async () => {
    const unknown = `https://teams.microsoft.com/meet/${Date.now()}?p=${randomUUID().slice(0, 8)}`;
    expect(await ground.meetingChats.threadOf(unknown)).toBeNull();
  });
}

function cancelPromise(ground: Ground, meeting: Meeting): void {
  test('is gone once it is cancelled, and may be cancelled again', async () => {
    const { made, called } = meeting;
    await ground.calendar.cancel(made.id, over);
    expect(await ground.calendar.change(made.id, called)).toBe(false);
    expect(await ground.calendar.answers(made.id)).toBeNull();
    await ground.calendar.cancel(made.id, over);
  });
}

export function meetingPromises(ground: Ground): void {
  describe('a meeting that is called', () => {
    const meeting = useMeeting(ground);
    calendarPromises(ground, meeting);
    chatPromises(ground, meeting);
    // The last: nothing is to be promised of it after that.
    cancelPromise(ground, meeting);
  });
}
