import { createHash, createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HeadsView } from '../../bot/views/case/heads.ts';
import { eventually, startOfTests, type House } from './app.ts';
import type { TrailAnchor, TrailItem } from '../../bot/views/people/shapes.ts';

/** Until the head that was due when the clock was set is laid: it comes by itself, and the next one within an hour. */
export const headOfNow = (house: House) =>
  eventually(
    () => house.sql<{ n: number }>('select n from head where at >= $1', [startOfTests]),
    (heads) => heads.length > 0,
    15_000,
  );

type Published = Pick<HeadsView, 'items' | 'keys'>;
type PublishedHead = Published['items'][number];

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

function isSigned({ key, hash, signature }: PublishedHead, keys: Published['keys']): boolean {
  const found = keys.find(({ fingerprint }) => fingerprint === key);
  if (!found) return false;
  const der = Buffer.from(found.publicKey, 'base64');
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const fits = verify(null, Buffer.from(hash, 'hex'), publicKey, Buffer.from(signature, 'base64'));
  return fits && sha256(der) === key;
}

/**
 * What anybody can do with what stands at the public address, without a line of the app's code: the numbers of the heads
 * that are not hashed, chained or signed as they say.
 */
export function wrongHeads({ items, keys }: Published): number[] {
  const wrong = items.filter((head, index) => {
    const { n, at, previous, root, introduces, hash } = head;
    const counted = sha256(canonicalize({ form: 1, n, at, previous, root, introduces })!);
    const before = index === 0 ? previous : items[index - 1]!.hash;
    const rises = index === 0 || n > items[index - 1]!.n;
    return counted !== hash || before !== previous || !rises || !isSigned(head, keys);
  });
  return wrong.map(({ n }) => n);
}

/** And what a reader of a case can do with its trail: is this the chain that stood under a head that was kept? */
export function stoodUnder(
  head: Pick<PublishedHead, 'root'>,
  caseId: string,
  { seq, hash, salt, leaf, path }: TrailAnchor,
  items: TrailItem[],
): boolean {
  const told = hash !== null && salt !== null;
  if (told && sha256(`${salt}\n${canonicalize({ caseId, seq, hash })}`) !== leaf) return false;
  if (told && items.find((item) => item.seq === seq)?.hash !== hash) return false;
  const up = (below: string, step: (typeof path)[number]): string =>
    sha256(step.side === 'left' ? `${step.hash}\n${below}` : `${below}\n${step.hash}`);
  return path.reduce(up, leaf) === head.root;
}
