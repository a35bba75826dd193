import { eventually, type House } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';

/** A steering group of four: two whose calendars the secretariat's tenant can read, two guests. */
export interface Group {
  by: Someone;
  near: [Member, Member];
  far: [Member, Member];
}

export async function steeringGroupOf(house: House): Promise<Group> {
  const near: [Member, Member] = [
    await member(house, { name: 'Aarhus Kommune', chair: true, with: ['deputy'] }),
    await member(house, { name: 'Odense Kommune' }),
  ];
  const far: [Member, Member] = [
    await member(house, { name: 'Region Sjælland' }),
    await member(house, { name: 'HOFOR' }),
  ];
  for (const { representative } of far) await asGuest(house, representative);
  return { by: secretariat(house), near, far };
}

/** From another tenant, so that the calendar is not seen here. */
async function asGuest(house: House, who: Someone): Promise<void> {
  const [known] = await house.sql('select display_name, email from person where id = $1', [who.personId]);
  const { display_name: displayName, email } = known!;
  await house.api('POST', '/people', { objectId: who.objectId, displayName, email, guest: true });
}

export const busy = (
  house: House,
  who: Someone,
  startsAt: string,
  endsAt: string,
  status = 'busy',
): Promise<unknown> => house.api('POST', '/busy', { objectId: who.objectId, startsAt, endsAt, status });

export const sought = {
  kind: 'steeringGroup',
  season: 'spring',
  title: 'Styregruppemøde, forår 2027',
  agenda: '1. Velkomst\n2. Rengøring',
  minutes: 120,
  from: '2027-02-01',
  to: '2027-02-05',
  respondBy: '2027-01-20T12:00:00+01:00',
} as const;

/** A search whose calendars have been read. */
export async function seekTime(by: Someone, more: Partial<typeof sought> = {}): Promise<string> {
  const { schedulingId } = await by.do('findTime', { ...sought, ...more });
  await eventually(
    () => by.view(`scheduling?id=${schedulingId}`),
    ({ state }) => state !== 'reading',
    10_000,
  );
  return schedulingId;
}

export const schedulingOf = (by: Someone, id: string): Promise<any> => by.view(`scheduling?id=${id}`);

export const meetingWhen = (by: Someone, meetingId: string, holds: (meeting: any) => boolean): Promise<any> =>
  eventually(() => by.view(`meeting?id=${meetingId}`), holds, 15_000);

/** What is in the calendars of the stand-in. */
export const calendarOf = (house: House): Promise<{ owner: string; event: any }[]> =>
  house.api('GET', '/calendar');
