import { randomUUID } from 'node:crypto';
import { WireError } from '../network/http.ts';

const PATIENCE = 10_000;

const refused = (reason: string) =>
  new WireError(400, 'ValidationError', `Subscription validation request failed. ${reason}`);

/** Graph subscribes nobody who does not say its word back: plain text, decoded, within ten seconds. */
export async function validate(url: string): Promise<void> {
  // With spaces, a colon and a plus as in the real one: whoever gives back what stands in the address fails.
  const token = `Validation: Testing client application reachability for subscription + Request-Id: ${randomUUID()}`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') throw refused('The request timed out.');
    throw refused(`The endpoint could not be reached: ${String(error)}`);
  });
  const text = await answer.text();
  if (answer.status !== 200)
    throw refused(`Notification endpoint must respond with 200 OK, not ${answer.status}.`);
  if (!answer.headers.get('content-type')?.startsWith('text/plain'))
    throw refused('The content type of the response must be text/plain.');
  if (text !== token) throw refused('Response must exactly match validationToken query parameter.');
}
