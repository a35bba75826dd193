import { DateTime } from 'luxon';
import { isMeetingDay } from '../../bot/process/frame/workingDays.ts';
import type { Desk } from './desk.ts';
import { platform } from './platform.ts';
import { seen } from './until.ts';

const zone = 'Europe/Copenhagen';

/** The first week a fortnight ahead all of whose days are days to meet on, and a deadline well before it. */
export function nextWeek(): { monday: string; friday: string; respondBy: string } {
  const now = DateTime.now().setZone(zone).startOf('day');
  let monday = now.plus({ days: 14 }).startOf('week').plus({ weeks: 1 });
  const days = (from: DateTime) => [0, 1, 2, 3, 4].map((day) => from.plus({ days: day }));
  while (!days(monday).every(isMeetingDay)) monday = monday.plus({ weeks: 1 });
  const iso = (day: DateTime): string => day.toISODate() ?? '';
  return {
    monday: iso(monday),
    friday: iso(monday.plus({ days: 4 })),
    respondBy: `${iso(now.plus({ days: 5 }))}T12:00`,
  };
}

/** Somebody's own calendar has that day taken. */
export async function takeMonday(url: string, displayName: string, day: string): Promise<void> {
  const people = await platform<{ objectId: string; displayName: string }[]>(url, '/personas');
  const found = people.find((one) => one.displayName === displayName);
  if (!found) throw new Error(`nobody is called ${displayName}`);
  const at = (hour: number): string => DateTime.fromISO(day, { zone }).set({ hour }).toUTC().toISO() ?? '';
  await platform(url, '/busy', { objectId: found.objectId, startsAt: at(7), endsAt: at(18) });
}

interface Called {
  subject?: string;
  start: { dateTime: string; timeZone: string };
  attendees?: { emailAddress: { address: string } }[];
}

/** The event with this subject, in the organiser's calendar. */
async function called(url: string, subject: string): Promise<Called> {
  const entries = await platform<{ event: Called }[]>(url, '/calendar');
  const found = entries.filter(({ event }) => event.subject === subject);
  if (found.length !== 1) throw new Error(`${found.length} events are called ${subject}`);
  return found[0]!.event;
}

/** Who is called to it. */
export async function calledTo(url: string, subject: string): Promise<Set<string>> {
  const { attendees } = await called(url, subject);
  return new Set(attendees?.map(({ emailAddress }) => emailAddress.address));
}

/** The day that it is on. */
export async function dayOf(url: string, subject: string): Promise<string> {
  const { dateTime, timeZone } = (await called(url, subject)).start;
  const from = timeZone === 'UTC' ? 'utc' : zone;
  return DateTime.fromISO(dateTime, { zone: from }).setZone(zone).toISODate() ?? '';
}

/** Ticks one of the times on the card and sends the answer. */
export async function answerPollOnCard(desk: Desk, title: string, time: number): Promise<void> {
  const card = await desk.card(title);
  await card.getByRole('checkbox').nth(time).check();
  await desk.press(card, 'Send svar');
  await seen(card.getByText(/Modtaget .*: du kan 1 af 4 tider\./));
}

/** Says yes in the window of Microsoft, which then closes by itself. */
export async function consentIn(desk: Desk): Promise<void> {
  const opened = desk.page.waitForEvent('popup');
  await desk.tab.getByRole('button', { name: 'Giv lov' }).click();
  const microsoft = await opened;
  const closed = microsoft.waitForEvent('close');
  await microsoft.getByRole('button', { name: /^Acceptér/ }).click();
  await closed;
}
