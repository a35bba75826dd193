// Plays `az` over a directory kept in memory, as far as register.sh speaks to it. What it is told is written down.
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

export interface App {
  name: string;
  id: string;
  api: {
    requestedAccessTokenVersion?: number;
    oauth2PermissionScopes: { id: string }[];
    preAuthorizedApplications: { appId: string }[];
  };
  [more: string]: any;
}

export interface Entra {
  apps: App[];
  principals: string[];
  granted: string[];
  secrets: Record<string, string>;
  credentials: number;
}

interface Asked {
  state: Entra;
  app: App;
  option: (name: string) => string;
  body: () => any;
  /** What came through the pipe. */
  piped: string;
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What each command prints, a line each. */
const commands: [RegExp, (az: Asked) => unknown[] | void][] = [
  [
    /^ad app list/,
    ({ state, option }) =>
      state.apps.filter(({ name }) => option('--filter').includes(`'${name}'`)).map((one) => one.id),
  ],
  [
    /^ad app create/,
    ({ state, option }) => {
      const api = { oauth2PermissionScopes: [], preAuthorizedApplications: [] };
      state.apps.push({ name: option('--display-name'), id: id(100 + state.apps.length), api });
    },
  ],
  [/^ad sp list .*00000003/, () => [id(3)]],
  [
    /^ad sp list/,
    ({ state, option }) =>
      state.principals.filter((one) => option('--filter').includes(one)).map(() => id(200)),
  ],
  [/^ad sp create/, ({ state, option }) => void state.principals.push(option('--id'))],
  [
    /^ad sp show --id 00000003/,
    ({ option }) => {
      const [, list, name] = /^(\w+)\[\?value=='([^']+)'/.exec(option('--query'))!;
      return [`${list === 'appRoles' ? 'role' : 'scope'}-of-${name}`];
    },
  ],
  [/^rest --method GET .*appRoleAssignments/, ({ state }) => state.granted],
  [
    /^rest --method POST .*appRoleAssignments/,
    ({ state, body }) => void state.granted.push(body().appRoleId),
  ],
  [
    /^rest --method GET .*oauth2PermissionScopes/,
    ({ app }) => app.api.oauth2PermissionScopes.map((one) => one.id),
  ],
  [
    /^rest --method GET .*preAuthorizedApplications/,
    ({ app }) => app.api.preAuthorizedApplications.map((one) => one.appId),
  ],
  [
    /^rest --method GET .*identifierUris/,
    ({ app }) => [
      app.api.requestedAccessTokenVersion ?? 'null',
      (app['identifierUris'] ?? []).join(' '),
      (app['web']?.redirectUris ?? []).join(' '),
    ],
  ],
  [
    /^rest --method GET .*requiredResourceAccess/,
    ({ app }) =>
      (app['requiredResourceAccess'] ?? []).flatMap((one: { resourceAccess: { id: string }[] }) =>
        one.resourceAccess.map((access) => access.id),
      ),
  ],
  [
    /^rest --method PATCH/,
    ({ app, body }) => {
      const { api, ...rest } = body();
      Object.assign(app, rest, { api: { ...app.api, ...api } });
    },
  ],
  [/^ad app credential reset/, ({ state }) => [`secret-${(state.credentials += 1)}`]],
  [/^keyvault secret list/, ({ state }) => Object.keys(state.secrets)],
  [/^keyvault secret set/, ({ state, option, piped }) => void (state.secrets[option('--name')] = piped)],
];

/** What `az` is on the path: it carries its arguments, and the pipe where it reads one, to the directory. */
const client = (port: number): string => `#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/${port}
printf '%s\\0' "$#" "$@" >&3
case "$*" in "keyvault secret set"*) cat >&3; printf '\\0' >&3 ;; esac
read -r code <&3
[ "$code" = 0 ] && exec cat <&3
cat <&3 >&2
exit "$code"
`;

export interface Az {
  state: Entra;
  /** The commands, in the order they came. */
  log: string[];
  close(): Promise<void>;
}

/** Puts `az` into a folder. */
export async function playAz(folder: string): Promise<Az> {
  const state: Entra = { apps: [], principals: [], granted: [], secrets: {}, credentials: 0 };
  const log: string[] = [];
  const answer = (args: string[], piped: string): string => {
    const said = args.join(' ');
    log.push(said);
    const command = commands.find(([pattern]) => pattern.test(said))?.[1];
    if (!command) return `2\naz: not known here: ${said}\n`;
    const option = (name: string) => args[args.indexOf(name) + 1]!;
    const body = () => JSON.parse(option('--body'));
    const lines = command({ state, app: state.apps[0]!, option, body, piped }) ?? [];
    return ['0', ...lines].map((line) => `${String(line)}\n`).join('');
  };
  const server = createServer((socket) => listen(socket, answer)).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  await writeFile(join(folder, 'az'), client((server.address() as AddressInfo).port));
  await chmod(join(folder, 'az'), 0o755);
  return { state, log, close: () => new Promise<void>((closed) => void server.close(() => closed())) };
}

function listen(socket: Socket, answer: (args: string[], piped: string) => string): void {
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('utf8');
    const [count, ...fields] = heard.split('\0').slice(0, -1);
    const args = fields.slice(0, Number(count));
    const pipes = args.slice(0, 3).join(' ') === 'keyvault secret set' ? 1 : 0;
    if (count && fields.length === Number(count) + pipes) socket.end(answer(args, fields[args.length] ?? ''));
  });
}
