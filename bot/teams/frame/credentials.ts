import {
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentials,
} from 'botframework-connector';
import type { GetToken } from '../../ports.ts';

export interface Registration {
  appId: string;
  tenantId: string;
  platformUrl: string | undefined;
  /** The bot's own token for the Connector. */
  getToken: GetToken;
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

/**
 * What the SDK signs its own calls with. Its ways to a token are not ours: they refuse a login address that is not https,
 * and name a certificate by a SHA-1 thumbprint.
 */
export class OwnFactory extends PasswordServiceClientCredentialFactory {
  #credentials: OwnCredentials;

  constructor({ appId, tenantId, getToken }: Registration) {
    super(appId, '', tenantId);
    this.#credentials = new OwnCredentials(getToken);
  }

  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve(this.#credentials as unknown as ServiceClientCredentials);
  }
}
