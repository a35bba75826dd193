import type { Answer, House } from '../support/app.ts';
import type { Someone } from '../support/factories.ts';

/** Where an address leads, and what was told to be kept on the way. */
async function step(
  at: string,
  init: RequestInit = {},
): Promise<{ status: number; to: string; kept: string }> {
  const { status, headers } = await fetch(at, { redirect: 'manual', ...init });
  return { status, to: headers.get('location') ?? '', kept: headers.get('set-cookie') ?? '' };
}

export const cookieOf = (kept: string): string => kept.split(';')[0]!;

/** As a browser opens the window: to Entra's own page, with the app's mark of who began it. */
export async function opened(house: House, who: Someone): Promise<{ entra: string; cookie: string }> {
  const [known] = await house.sql('select email from person where id = $1', [who.personId]);
  const asked = new URLSearchParams({ tenant: house.env['MicrosoftAppTenantId']!, hint: known!['email'] });
  const { to, kept } = await step(`${house.platform.url}/tab/consent?${asked}`);
  return { entra: to, cookie: cookieOf(kept) };
}

/** The person presses a button on Entra's page; where that sends the browser. */
export async function pressed(entra: string, who: Someone, answer: 'accept' | 'cancel'): Promise<string> {
  const body = new URLSearchParams({ answer, objectId: who.objectId });
  return (await step(entra, { method: 'POST', body })).to;
}

/** Back at the app; where it ends. */
export const ended = async (back: string, cookie: string): Promise<string> =>
  (await step(back, { headers: { cookie } })).to;

/** The whole way of a window in which a person says yes or no. */
export async function consents(
  house: House,
  who: Someone,
  answer: 'accept' | 'cancel' = 'accept',
): Promise<string> {
  const { entra, cookie } = await opened(house, who);
  return ended(await pressed(entra, who, answer), cookie);
}

export const ownFreeBusy = async (house: House, who: Someone, schedulingId: unknown): Promise<Answer> =>
  house.request('POST', '/api/own/freeBusy', { token: await who.token(), body: { schedulingId } });
