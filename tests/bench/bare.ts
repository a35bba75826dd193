import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import restify, { type Request, type Response } from 'restify';

/**
 * What the app is measured against: restify, botbuilder's own verification, and a card back. No rules, no
 * database, no trail.
 */
const platform = process.env['PLATFORM_URL'] ?? '';
const id = process.env['APP_ID'] ?? '';
const keys = {
  MicrosoftAppId: id,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: process.env['TENANT_ID'] ?? '',
  ToChannelFromBotLoginUrl: `${platform}/entra`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: `${platform}/oauth`,
  ToBotFromChannelOpenIdMetadataUrl: `${platform}/botframework/v1/.well-known/openidconfiguration`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${platform}/entra/v2.0/.well-known/openid-configuration`,
  CallerId: 'urn:botframework:azure',
};
const factory = new ConfigurationServiceClientCredentialFactory(keys);
factory.createCredentials = () =>
  Promise.resolve({
    signRequest: (request: unknown) => Promise.resolve(request),
    getToken: () => Promise.resolve(''),
  } as never);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(keys, factory));

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: Array.from({ length: 20 }, (_, index) => ({
    type: 'TextBlock',
    text: `Line ${index} of a card as large as ours`,
    wrap: true,
  })),
};

class Bare extends ActivityHandler {
  override async onInvokeActivity() {
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    };
  }
}
const bot = new Bare();
const server = restify.createServer();
server.use(restify.plugins.bodyParser({ mapParams: false }));
const answer = async (request: Request, response: Response): Promise<void> => {
  await adapter.process(request, response, (context) => bot.run(context));
};
// oxlint-disable-next-line oxc/no-async-endpoint-handlers -- restify 12 takes promises and answers their errors
server.post('/api/messages', answer);
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready on http://127.0.0.1:${server.address().port}\n`),
);
process.once('SIGTERM', () => process.exit(0));
