import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
} from 'botframework-connector';

export type GetToken = () => Promise<string>;

export interface Registration {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
  platformUrl: string | undefined;
  /** The bot proves itself by a certificate: the token that was made with it. */
  certificateToken?: GetToken | undefined;
}

const scope = 'https://api.botframework.com';

/** A token from the stand-in's Entra, kept until it expires: the SDK's own way refuses a login address that is not https. */
function standInToken({ platformUrl, tenantId, appId, appPassword }: Registration): GetToken {
  let kept: { value: string; until: number } | null = null;
  return async () => {
    if (kept && kept.until > performance.now()) return kept.value;
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
    kept = { value, until: performance.now() + (seconds - 300) * 1000 };
    return value;
  };
}

/** Credentials whose token comes from elsewhere than the SDK. */
class OwnCredentials {
  readonly getToken: GetToken;

  constructor(getToken: GetToken) {
    this.getToken = getToken;
  }

  async signRequest<R extends { headers: { set(name: string, value: string): void } }>(
    request: R,
  ): Promise<R> {
    request.headers.set('authorization', `Bearer ${await this.getToken()}`);
    return request;
  }
}

class OwnFactory extends PasswordServiceClientCredentialFactory {
  #credentials: OwnCredentials;

  constructor({ appId, appPassword, tenantId }: Registration, getToken: GetToken) {
    super(appId, appPassword, tenantId);
    this.#credentials = new OwnCredentials(getToken);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve(this.#credentials as unknown as ServiceClientCredentials);
  }
}

export function credentialsFactory(registration: Registration): PasswordServiceClientCredentialFactory {
  // The stand-in's only under PLATFORM_URL, which configuration refuses in production.
  if (registration.platformUrl) return new OwnFactory(registration, standInToken(registration));
  if (registration.certificateToken) return new OwnFactory(registration, registration.certificateToken);
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: registration.appId,
    MicrosoftAppPassword: registration.appPassword,
    MicrosoftAppType: registration.appType,
    MicrosoftAppTenantId: registration.tenantId,
  });
}

/** The bot's own token for the Connector, as our plain calls need it. */
export function tokenSource(registration: Registration): GetToken {
  const factory = credentialsFactory(registration);
  const login = `https://login.microsoftonline.com/${registration.tenantId}`;
  const made = factory.createCredentials(registration.appId, scope, login, true);
  return async () => ((await made) as unknown as { getToken(): Promise<string> }).getToken();
}
