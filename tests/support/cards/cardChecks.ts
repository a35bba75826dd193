import type { Message } from '../../../bot/cards/index.ts';

export type Node = Record<string, unknown>;

/** Depth first, with the path that leads there and whether it is only a fallback for old clients. */
export function* walk(node: unknown, path = ''): Generator<{ node: Node; path: string }> {
  if (Array.isArray(node)) for (const [at, one] of node.entries()) yield* walk(one, `${path}[${at}]`);
  else if (node !== null && typeof node === 'object') {
    yield { node: node as Node, path };
    for (const [name, value] of Object.entries(node)) yield* walk(value, `${path}.${name}`);
  }
}

export function* strings(node: unknown, path = ''): Generator<{ text: string; path: string }> {
  if (typeof node === 'string') yield { text: node, path };
  else if (Array.isArray(node)) for (const [at, one] of node.entries()) yield* strings(one, `${path}[${at}]`);
  else if (node !== null && typeof node === 'object')
    for (const [name, value] of Object.entries(node)) yield* strings(value, `${path}.${name}`);
}

export const nodes = (message: Message): Node[] => [...walk(message.card)].map(({ node }) => node);
export const size = (message: Message): number => Buffer.byteLength(JSON.stringify(message.card));

export const ofType = (message: Message, type: string): Node[] =>
  nodes(message).filter((node) => node.type === type);
export const inputs = (message: Message): Node[] =>
  nodes(message).filter((node) => String(node.type).startsWith('Input.'));

export const executes = (message: Message): { title: string; verb: string; data: Node; node: Node }[] =>
  ofType(message, 'Action.Execute').map((node) => ({
    title: node.title as string,
    verb: node.verb as string,
    data: node.data as Node,
    node,
  }));

/** What a person reads, top to bottom: every TextBlock and RichTextBlock. */
export const read = (message: Message): string =>
  nodes(message)
    .filter(({ type }) => type === 'TextBlock' || type === 'TextRun')
    .map(({ text }) => text)
    .join('\n');

/** Each button with the fields that are sent with it: those of its own card and of the cards around it. */
export function pressed(card: Node, outer: Node[] = []): { verb: string; data: Node; fields: Node[] }[] {
  const own: Node[] = [];
  const buttons: Node[] = [];
  const inner: Node[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (node === null || typeof node !== 'object') return;
    const one = node as Node;
    if (one.type === 'Action.ShowCard') return void inner.push(one.card as Node);
    if (String(one.type).startsWith('Input.')) own.push(one);
    if (one.type === 'Action.Execute') return void buttons.push(one);
    for (const [name, value] of Object.entries(one)) if (name !== 'refresh') look(value);
  };
  look(card);
  const fields = [...outer, ...own];
  return [
    ...buttons.map((one) => ({
      verb: one.verb as string,
      data: one.data as Node,
      fields: one.associatedInputs === 'none' ? [] : fields,
    })),
    ...inner.flatMap((one) => pressed(one, fields)),
  ];
}

/** Each action with the ids of the inputs it would send. */
export const sent = (card: Node): { verb: string; inputs: string[] }[] =>
  pressed(card).map(({ verb, fields }) => ({ verb, inputs: fields.map((one) => one.id as string) }));

/** The card as an outline that a reader of a diff understands. */
export function outline(card: Node, depth = 0): string {
  const pad = '  '.repeat(depth);
  const lines: string[] = [];
  const action = (one: Node): string[] => {
    const primary = one.style === 'positive' ? ' (primary)' : '';
    if (one.type === 'Action.ShowCard')
      return [`${pad}[${one.title}]${primary} opens`, outline(one.card as Node, depth + 1)];
    if (one.type === 'Action.OpenUrl') return [`${pad}[${one.title}]${primary} → ${one.url}`];
    const sends = one.associatedInputs === 'none' ? '' : ' with inputs';
    return [`${pad}[${one.title}]${primary} → ${one.verb} ${JSON.stringify(one.data)}${sends}`];
  };
  const element = (one: Node): string[] => {
    if (one.type === 'TextBlock') return [`${pad}${one.style === 'heading' ? '# ' : ''}${one.text}`];
    if (one.type === 'RichTextBlock')
      return [
        `${pad}${(one.inlines as Node[]).map(({ text, weight }) => (weight ? `*${text}*` : text)).join('')}`,
      ];
    if (one.type === 'ActionSet') return (one.actions as Node[]).flatMap(action);
    if (one.type === 'ColumnSet')
      return [
        (one.columns as Node[]).flatMap(({ items }) => (items as Node[]).flatMap(element)).join('  |  '),
      ];
    if (one.type === 'Container') {
      const items = (one.items as Node[]).flatMap(element);
      return one.style ? items.map((line) => `${pad}${one.style}> ${line.trim()}`) : items;
    }
    const { id, label, isRequired, value, choices } = one;
    const offered = (choices as { title: string; value: string }[] | undefined)
      ?.map(({ title }) => title)
      .join(' / ');
    return [
      `${pad}<${id}${isRequired ? '*' : ''}> ${label}${value ? ` = ${value}` : ''}${offered ? `: ${offered}` : ''}`,
    ];
  };
  lines.push(...((card.body as Node[]) ?? []).flatMap(element));
  lines.push(...((card.actions as Node[] | undefined) ?? []).flatMap(action));
  return lines.join('\n');
}
