import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Response, Server } from 'restify';
import { both } from '../../i18n/index.ts';
import { contentPolicy } from './edge/headers.ts';
import type { Doors } from '../people/people.ts';
import { headerOf, sendText } from './respond.ts';

const built = fileURLToPath(new URL('../../../tab/dist/', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Who may show the tab in a frame: Teams' own hosts (platform: tab requirements), and locally the stand-in. */
const frames = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

export interface TabSettings {
  appId: string;
  local: boolean;
}

interface Asset {
  body: Buffer;
  zipped: Buffer;
  type: string;
}

/** `/tab/…`: the built tab; any page of it is the same document, which then shows what the address names. */
export function serveTab(server: Server, doors: Doors, settings: TabSettings, folder = built): void {
  const assets = new Map<string, Asset>();
  const ancestors = [
    ...(settings.local ? ["'self'", 'http://127.0.0.1:*', 'http://localhost:*'] : []),
    ...frames,
  ];
  const policy = contentPolicy({
    'default-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    // Where teams-js looks up which hosts it may trust.
    'connect-src': "'self' https://res.cdn.office.net",
    'frame-ancestors': ancestors.join(' '),
  });

  const shown = both('partnership');
  server.get(
    '/tab/settings.json',
    doors.safely(async (_request, response) => response.send(200, { ...settings, partnership: shown })),
  );
  const page = doors.safely(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '', 'http://tab').pathname)).replace(
      /^\/tab\/?/,
      '',
    );
    const isFile = extname(path) !== '' && !path.includes('..');
    if (isFile && !existsSync(join(folder, path))) return sendText(response, 404, 'no such file');
    const name = isFile ? path : 'index.html';
    const asset = assets.get(name) ?? (await readAsset(folder, name));
    if (!asset) return sendText(response, 503, 'the tab is not built: npm run build');
    // The files' names change with their content; the page that names them may be built anew at any time.
    if (name !== 'index.html') assets.set(name, asset);
    if (asset.type === types['.html']) response.setHeader('content-security-policy', policy);
    response.setHeader(
      'cache-control',
      name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    sendAsset(response, asset, headerOf(request, 'accept-encoding')?.includes('gzip') ?? false);
  });
  // The pattern does not match the folder itself, which is the address that Teams opens.
  for (const path of ['/tab', '/tab/*']) server.get(path, page);
}

async function readAsset(folder: string, name: string): Promise<Asset | null> {
  const file = join(folder, name);
  if (!existsSync(file)) return null;
  const body = await readFile(file);
  return {
    body,
    zipped: gzipSync(body, { level: 9 }),
    type: types[extname(name)] ?? 'application/octet-stream',
  };
}

function sendAsset(response: Response, asset: Asset, zip: boolean): void {
  const headers = {
    'content-type': asset.type,
    vary: 'accept-encoding',
    ...(zip && { 'content-encoding': 'gzip' }),
  };
  response.writeHead(200, headers);
  response.end(zip ? asset.zipped : asset.body);
}
