import { randomUUID } from 'node:crypto';
import { consentPage, problemPage } from './consentPage.ts';
import type { Call, Reply, Route } from '../network/http.ts';
import { asked, consent, hasConsented } from './scopes.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';

type Question = { redirectUri: string; state: string; scopes: string[]; person: Person | undefined };

const html = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

/** Back to the app, with what came of it. */
function back({ redirectUri, state }: Question, outcome: Record<string, string>): Reply {
  const to = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...outcome, state })) to.searchParams.set(name, value);
  return { status: 302, headers: { location: to.href, 'cache-control': 'no-store' } };
}

/** What is asked for, or what is wrong with it: Entra then sends nobody anywhere, and shows its number. */
function questionOf(world: World, call: Call): Question | string {
  const query = (name: string) => call.query.get(name) ?? '';
  const { appId, tenantId } = world.options;
  const redirectUri = query('redirect_uri');
  const scopes = asked(query('scope'));
  if (call.part(0) !== tenantId) return 'AADSTS90002: Tenant not found.';
  if (query('client_id') !== appId) return 'AADSTS700016: Application not found.';
  if (redirectUri !== `${world.address.origin}/tab/consent/done`)
    return 'AADSTS50011: The redirect URI does not match those of the application.';
  if (query('response_type') !== 'code') return 'AADSTS70005: Unsupported response type.';
  if (!scopes) return 'AADSTS70011: The scope is not valid.';
  const people = Object.values(world.state.people);
  return {
    redirectUri,
    scopes,
    state: query('state'),
    person: people.find((one) => one.email === query('login_hint')),
  };
}

/** Who has consented is not asked again. Without a hint of who it is, whoever looks at the page says so. */
function show(world: World, call: Call): Reply {
  const question = questionOf(world, call);
  if (typeof question === 'string') return html(400, problemPage(question));
  const { person, scopes } = question;
  if (person && hasConsented(world, person, scopes)) return back(question, { code: randomUUID() });
  return html(200, consentPage(scopes, person ? [person] : Object.values(world.state.people)));
}

async function take(world: World, call: Call): Promise<Reply> {
  const question = questionOf(world, call);
  if (typeof question === 'string') return html(400, problemPage(question));
  const form = new URLSearchParams(await call.text());
  if (form.get('answer') !== 'accept')
    return back(question, {
      error: 'access_denied',
      error_description: 'AADSTS65004: User declined to consent to access the app.',
    });
  consent(world, world.person(form.get('objectId') ?? ''), question.scopes);
  return back(question, { code: randomUUID() });
}

/** Entra's authorize endpoint, as far as a person is asked there what the app may do in their name. */
export const consentRoutes = (world: World): Route[] => [
  ['GET', /^\/entra\/([^/]+)\/oauth2\/v2\.0\/authorize$/, (call) => show(world, call)],
  ['POST', /^\/entra\/([^/]+)\/oauth2\/v2\.0\/authorize$/, (call) => take(world, call)],
];
