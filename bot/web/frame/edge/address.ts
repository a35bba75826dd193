import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** As proxies write it: some add the port, and an IPv6 address then stands in brackets. */
function plain(entry: string): string | null {
  const bare = /^\[([^\]]+)\]/.exec(entry)?.[1] ?? entry;
  const address = isIP(bare) ? bare : bare.replace(/:\d{1,5}$/, '');
  return isIP(address) ? address : null;
}

/** What one household or office is given: of IPv6 a whole network, whose addresses anybody in it may use up. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ''] = address.split('%', 1);
  if (isIP(bare) !== 6) return address;
  const [before = '', after] = new URL(`http://[${bare}]/`).hostname.slice(1, -1).split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/**
 * Where a request comes from. Each proxy writes whom it was asked by at the end of X-Forwarded-For, and whatever stood
 * there before is only said: as many entries are believed as there are proxies of ours, counted from the end.
 */
export function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return network(socket);
  const said = [request.headers['x-forwarded-for'] ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter(Boolean);
  const entry = said.at(-Math.min(trustedProxies, said.length));
  return network((entry !== undefined && plain(entry)) || socket);
}
