import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type TurnContext,
} from 'botbuilder';
import {
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { JWTPayload } from 'jose';
import { OwnFactory, type Registration } from './credentials.ts';

const audience = 'https://api.botframework.com';

/** Setting one of the SDK's cloud keys drops its defaults for the rest, so a stand-in names all seven. */
function cloudOf({ platformUrl, tenantId }: Registration): Record<string, string> {
  if (!platformUrl) return {};
  const entra = `${platformUrl}/entra/${tenantId}`;
  return {
    ToChannelFromBotLoginUrl: entra,
    ToChannelFromBotOAuthScope: audience,
    ToBotFromChannelTokenIssuer: audience,
    OAuthUrl: `${platformUrl}/oauth`,
    ToBotFromChannelOpenIdMetadataUrl: `${platformUrl}/botframework/v1/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${entra}/v2.0/.well-known/openid-configuration`,
    CallerId: 'urn:botframework:azure',
  };
}

/** One client per service address for as long as the app lives; the SDK would make new ones for every activity. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #clients = new Map<string, Promise<ConnectorClient>>();
  #userTokens: Promise<UserTokenClient> | null = null;

  clientFor(factory: ConnectorFactory, serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    const made = factory.create(serviceUrl, audience);
    this.#clients.set(serviceUrl, made);
    return made;
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

/** botbuilder's adapter, entered with a token that is already verified. */
export class Adapter extends CloudAdapter {
  #authentication: Authentication;
  #factory: ConnectorFactory;

  constructor(registration: Registration) {
    const keys = {
      MicrosoftAppId: registration.appId,
      MicrosoftAppTenantId: registration.tenantId,
      ...cloudOf(registration),
    };
    const authentication = new Authentication(keys, new OwnFactory(registration));
    super(authentication);
    this.#authentication = authentication;
    this.#factory = authentication.createConnectorFactory(identityOf({ aud: registration.appId }));
  }

  /** Runs one turn; the answer to an invoke, if it was one. */
  async turn(claims: JWTPayload, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    const create = (serviceUrl: string) => this.#authentication.clientFor(this.#factory, serviceUrl);
    const result = { audience, claimsIdentity: identityOf(claims), connectorFactory: { create } };
    return this.processActivity(result, activity, logic);
  }
}

const identityOf = (claims: JWTPayload): ClaimsIdentity =>
  new ClaimsIdentity(
    Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
    'Bearer',
  );
