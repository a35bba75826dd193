import type { Answer, House } from '../../support/app.ts';
import type { Someone } from '../../support/factories.ts';

const state = 'the-mark-of-one-window';
const whereTo = async (at: string, init: RequestInit = {}): Promise<string> =>
  (await fetch(at, { redirect: 'manual', ...init })).headers.get('location') ?? '';

/** The window as the tab opens it; where that leads. */
export async function opened(house: House, who: Someone, more: Record<string, string> = {}): Promise<string> {
  const [known] = await house.sql('select email from person where id = $1', [who.personId]);
  const asked = { tenant: house.env['MicrosoftAppTenantId']!, hint: known!['email'], state, ...more };
  return whereTo(`${house.platform.url}/tab/consent?${new URLSearchParams(asked)}`);
}

/** The person presses a button on Entra's page; where that sends the browser. */
export const pressed = (entra: string, who: Someone, answer: 'accept' | 'cancel'): Promise<string> =>
  whereTo(entra, { method: 'POST', body: new URLSearchParams({ answer, objectId: who.objectId }) });

/** The whole way of a window in which a person says yes or no: what its last page is told. */
export async function consents(
  house: House,
  who: Someone,
  answer: 'accept' | 'cancel' = 'accept',
): Promise<Record<string, string>> {
  const end = new URL(await whereTo(await pressed(await opened(house, who), who, answer)));
  return { page: end.pathname, ...Object.fromEntries(end.searchParams) };
}

export const ownFreeBusy = async (house: House, who: Someone, schedulingId: unknown): Promise<Answer> =>
  house.request('POST', '/api/own/freeBusy', { token: await who.token(), body: { schedulingId } });
