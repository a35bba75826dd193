import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  Client,
  GraphError,
  HTTPMessageHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import type { Mail } from '../ports.ts';
import type { SendOutcome } from '../process/messages.ts';

export interface GraphAccess {
  appId: string;
  appPassword: string;
  tenantId: string;
  platformUrl: string | undefined;
}

type GetToken = () => Promise<string>;
const scope = 'https://graph.microsoft.com/.default';

function tokenFromMicrosoft({ appId, appPassword, tenantId }: GraphAccess): GetToken {
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const app = new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: appPassword, authority },
  });
  return async () => {
    const result = await app.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result) throw new Error('no token for Microsoft Graph');
    return result.accessToken;
  };
}

/** MSAL refuses a login address that is not https, so the stand-in is asked in its place. */
const tokenFromStandIn =
  ({ appId, appPassword, tenantId, platformUrl }: GraphAccess): GetToken =>
  async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope,
    });
    const answer = await fetch(`${platformUrl}/entra/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body,
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };

/**
 * The token, and nothing else: the client's own chain would repeat a POST after a 503 or 504, and a mail that
 * may have left must be the outbox's decision (platform: Graph, RetryHandler).
 */
class Bearer implements Middleware {
  #getToken: GetToken;
  #next: Middleware | undefined;

  constructor(getToken: GetToken) {
    this.#getToken = getToken;
  }

  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit);
    headers.set('authorization', `Bearer ${await this.#getToken()}`);
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    await this.#next?.execute(context);
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}

/** Mail from the secretariat's mailbox with Microsoft Graph (`sendMail`; least permission `Mail.Send`). */
export function graphMail(access: GraphAccess, from: string): Mail {
  const bearer = new Bearer(access.platformUrl ? tokenFromStandIn(access) : tokenFromMicrosoft(access));
  bearer.setNext(new HTTPMessageHandler());
  const client = Client.initWithMiddleware({
    middleware: bearer,
    ...(access.platformUrl && { baseUrl: `${access.platformUrl}/graph/` }),
  });
  return {
    async send(to, { subject, html }) {
      try {
        await client.api(`/users/${encodeURIComponent(from)}/sendMail`).post({
          message: {
            subject,
            body: { contentType: 'html', content: html },
            toRecipients: [{ emailAddress: { address: to } }],
          },
          saveToSentItems: true,
        });
        return { sent: true, activityId: null };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** 202 is "queued" and the only yes; a call that got no answer may have been one. */
function outcomeOf(error: unknown): SendOutcome {
  const status = error instanceof GraphError ? error.statusCode : -1;
  if ([429, 503, 504].includes(status))
    return { sent: false, retry: true, reason: 'mailUnavailable', afterMs: null };
  return { sent: false, retry: false, reason: 'mailUnavailable', uncertain: status <= 0 };
}
