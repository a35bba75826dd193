// Plays `az` over a directory kept in a file, as far as register.sh speaks to it. What it is told is written down.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const [file, log] = [process.env.AZ_STATE, process.env.AZ_LOG];
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
const said = args.join(' ');
// First, while whoever writes the secret into the pipe is still at it and may change the state.
const piped = said.startsWith('keyvault secret set') ? readFileSync(option('--file'), 'utf8') : '';
const state = JSON.parse(readFileSync(file, 'utf8'));
const say = (...lines) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const id = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const body = () => JSON.parse(option('--body'));
const commands = [
  [
    /^ad app list/,
    () =>
      say(...state.apps.filter((app) => option('--filter').includes(`'${app.name}'`)).map((app) => app.id)),
  ],
  [
    /^ad app create/,
    () => state.apps.push({ name: option('--display-name'), id: id(100 + state.apps.length), api: {} }),
  ],
  [/^ad sp list .*00000003/, () => say(id(3))],
  [
    /^ad sp list/,
    () => say(...state.principals.filter((app) => option('--filter').includes(app)).map(() => id(200))),
  ],
  [/^ad sp create/, () => state.principals.push(option('--id'))],
  [
    /^ad sp show --id 00000003/,
    () => {
      const [, list, name] = /^(\w+)\[\?value=='([^']+)'/.exec(option('--query'));
      say(`${list === 'appRoles' ? 'role' : 'scope'}-of-${name}`);
    },
  ],
  [/^rest --method GET .*appRoleAssignments/, () => say(...state.granted)],
  [/^rest --method POST .*appRoleAssignments/, () => state.granted.push(body().appRoleId)],
  [
    /^rest --method GET .*oauth2PermissionScopes/,
    () => say(...(state.apps[0].api.oauth2PermissionScopes ?? []).map((one) => one.id)),
  ],
  [
    /^rest --method GET .*preAuthorizedApplications/,
    () => say(...(state.apps[0].api.preAuthorizedApplications ?? []).map((one) => one.appId)),
  ],
  [
    /^rest --method GET .*identifierUris/,
    () =>
      say(
        state.apps[0].api.requestedAccessTokenVersion ?? 'null',
        (state.apps[0].identifierUris ?? []).join(' '),
        (state.apps[0].web?.redirectUris ?? []).join(' '),
      ),
  ],
  [
    /^rest --method GET .*requiredResourceAccess/,
    () =>
      say(
        ...(state.apps[0].requiredResourceAccess ?? []).flatMap((one) =>
          one.resourceAccess.map(({ id: one }) => one),
        ),
      ),
  ],
  [
    /^rest --method PATCH/,
    () => {
      const { api, ...rest } = body();
      Object.assign(state.apps[0], rest, { api: { ...state.apps[0].api, ...api } });
    },
  ],
  [/^ad app credential reset/, () => say(`secret-${(state.credentials += 1)}`)],
  [/^keyvault secret list/, () => say(...Object.keys(state.secrets))],
  [/^keyvault secret set/, () => (state.secrets[option('--name')] = piped)],
];

const command = commands.find(([pattern]) => pattern.test(said));
appendFileSync(log, `${said}\n`);
if (!command) {
  process.stderr.write(`az: not known here: ${said}\n`);
  process.exit(2);
}
command[1]();
writeFileSync(file, JSON.stringify(state));
