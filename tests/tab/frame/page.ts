/** A page as it was rendered, read again as a browser would: what is in it, what it is called, what it says. */
export interface Piece {
  tag: string;
  attributes: Record<string, string>;
  inside: (Piece | string)[];
}

const alone = ['input', 'br', 'hr', 'img', 'meta', 'link'];
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );

export function parse(html: string): Piece {
  const root: Piece = { tag: '', attributes: {}, inside: [] };
  const open = [root];
  for (const [, close, tag = '', rest = '', text] of html.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+|<)/gi,
  )) {
    const around = open.at(-1)!;
    if (text !== undefined) around.inside.push(decode(text));
    else if (close) open.pop();
    else {
      const pairs = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
      const attributes = Object.fromEntries(pairs.map(([, name, value = '']) => [name, decode(value)]));
      const piece = { tag: tag.toLowerCase(), attributes, inside: [] };
      around.inside.push(piece);
      if (!alone.includes(piece.tag)) open.push(piece);
    }
  }
  if (open.length !== 1) throw new Error(`not closed: ${open.map(({ tag }) => tag).join(' ')}`);
  return root;
}

export function all(piece: Piece, holds: (one: Piece) => boolean = () => true): Piece[] {
  const inside = piece.inside.filter((one) => typeof one !== 'string');
  return inside.flatMap((one) => [...(holds(one) ? [one] : []), ...all(one, holds)]);
}

export const tagged = (piece: Piece, ...tags: string[]): Piece[] =>
  all(piece, ({ tag }) => tags.includes(tag));

export const texts = (piece: Piece): string[] =>
  piece.inside.flatMap((one) => (typeof one === 'string' ? [one] : texts(one)));
export const said = (piece: Piece): string => texts(piece).join('').replace(/\s+/g, ' ').trim();

const byId = (page: Piece, ids: string | undefined): Piece[] =>
  (ids ?? '').split(' ').flatMap((id) => all(page, ({ attributes }) => id !== '' && attributes['id'] === id));

/** What a screen reader calls it. */
export function nameOf(page: Piece, one: Piece): string {
  const { attributes } = one;
  const labelled = byId(page, attributes['aria-labelledby']);
  if (labelled.length > 0) return labelled.map(said).join(' ');
  if (attributes['aria-label']) return attributes['aria-label'];
  const labels = tagged(page, 'label').filter(
    (label) =>
      (attributes['id'] !== undefined && label.attributes['for'] === attributes['id']) ||
      all(label).includes(one),
  );
  // What can be chosen in it is not its name.
  const apart = (around: Piece): Piece => ({
    ...around,
    inside: around.inside.filter((it) => it !== one).map((it) => (typeof it === 'string' ? it : apart(it))),
  });
  if (labels.length > 0) return labels.map((label) => said(apart(label))).join(' ');
  return ['button', 'a', 'summary'].includes(one.tag) ? said(one) : '';
}

/** What is read after the name. */
export const describedBy = (page: Piece, one: Piece): string =>
  byId(page, one.attributes['aria-describedby']).map(said).join(' ');

export const controls = (page: Piece): Piece[] =>
  tagged(page, 'input', 'select', 'textarea').filter(({ attributes }) => attributes['type'] !== 'hidden');

export const buttons = (page: Piece): Piece[] => tagged(page, 'button');
export const stopped = ({ attributes }: Piece): boolean =>
  attributes['aria-disabled'] === 'true' || 'disabled' in attributes;

export function button(page: Piece, name: string): Piece {
  const found = buttons(page).filter((one) => nameOf(page, one) === name);
  if (found.length === 1) return found[0]!;
  throw new Error(`${found.length} buttons «${name}» among ${buttons(page).map((one) => nameOf(page, one))}`);
}

/** The input with this name; of several the first, as of the radios of one question. */
export function control(page: Piece, name: string): Piece {
  const found = controls(page).find((one) => nameOf(page, one).startsWith(name));
  if (!found) throw new Error(`no input «${name}» among ${controls(page).map((one) => nameOf(page, one))}`);
  return found;
}

/** Attributes that people read or hear, beside the text. */
export const spoken = (page: Piece): string[] => [
  ...texts(page),
  ...all(page).flatMap(({ attributes }) =>
    ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'].flatMap(
      (name) => attributes[name] ?? [],
    ),
  ),
];
