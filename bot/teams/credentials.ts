import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
} from 'botframework-connector';

export interface Registration {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
  platformUrl: string | undefined;
}

const scope = 'https://api.botframework.com';

/** A token from the stand-in's Entra: the SDK's own way refuses a login address that is not https. */
class StandInCredentials {
  #registration: Registration;
  #token: { value: string; until: number } | null = null;

  constructor(registration: Registration) {
    this.#registration = registration;
  }

  async getToken(): Promise<string> {
    if (this.#token && this.#token.until > performance.now()) return this.#token.value;
    const { platformUrl, tenantId, appId, appPassword } = this.#registration;
    const answer = await fetch(`${platformUrl}/entra/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appPassword,
        scope: `${scope}/.default`,
      }),
    });
    if (!answer.ok) throw new Error(`no token for the bot: ${answer.status}`);
    const { access_token: value, expires_in: seconds } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.#token = { value, until: performance.now() + (seconds - 300) * 1000 };
    return value;
  }

  async signRequest<R extends { headers: { set(name: string, value: string): void } }>(
    request: R,
  ): Promise<R> {
    request.headers.set('authorization', `Bearer ${await this.getToken()}`);
    return request;
  }
}

/** Under PLATFORM_URL only; configuration refuses that in production. */
class StandInFactory extends PasswordServiceClientCredentialFactory {
  #credentials: StandInCredentials;

  constructor(registration: Registration) {
    super(registration.appId, registration.appPassword, registration.tenantId);
    this.#credentials = new StandInCredentials(registration);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve(this.#credentials as unknown as ServiceClientCredentials);
  }
}

export function credentialsFactory(registration: Registration): PasswordServiceClientCredentialFactory {
  if (registration.platformUrl) return new StandInFactory(registration);
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: registration.appId,
    MicrosoftAppPassword: registration.appPassword,
    MicrosoftAppType: registration.appType,
    MicrosoftAppTenantId: registration.tenantId,
  });
}

export type GetToken = () => Promise<string>;

/** The bot's own token for the Connector, as our plain calls need it. */
export function tokenSource(registration: Registration): GetToken {
  const factory = credentialsFactory(registration);
  const login = `https://login.microsoftonline.com/${registration.tenantId}`;
  const made = factory.createCredentials(registration.appId, scope, login, true);
  return async () => ((await made) as unknown as { getToken(): Promise<string> }).getToken();
}
