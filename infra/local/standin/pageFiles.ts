import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import type { ServerResponse } from 'node:http';
import { send } from './network/http.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything comes from this machine but pictures in cards, which Teams too takes from anywhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The card renderer and the mails bring styles in attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageFolder = join(import.meta.dirname, '..', 'page');
const cards = join(dirname(createRequire(import.meta.url).resolve('adaptivecards/package.json')), 'dist');
const rendererFiles: Record<string, string> = {
  '/page/adaptivecards.js': join(cards, 'adaptivecards.min.js'),
};

function fileOf(path: string): string | null {
  if (path === '/' || path === '/index.html') return join(pageFolder, 'index.html');
  if (rendererFiles[path]) return rendererFiles[path];
  if (!path.startsWith('/page/')) return null;
  const file = normalize(join(pageFolder, path.slice('/page/'.length)));
  return file.startsWith(pageFolder) ? file : null;
}

export async function servePage(path: string, response: ServerResponse): Promise<void> {
  const file = fileOf(path);
  const type = file && types[extname(file)];
  const content = file && type ? await readFile(file).catch(() => null) : null;
  if (!content || !type) return send(response, { status: 404, body: 'Not found' });
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': policy,
  });
  response.end(content);
}
