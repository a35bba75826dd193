import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { root } from '../support/check/tree.ts';

export const azure = join(root, 'infra/azure');

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(root, 'node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm')));

/** Read by a grammar, not compiled: words and names are held against each other here, types are not. */
export function parse(text: string): Node {
  const tree = parser.parse(text);
  if (!tree) throw new Error('nothing was parsed');
  return tree.rootNode;
}

/** A parameter file assigns where a template declares; the grammar knows only the latter. */
export const parseParameters = (text: string): Node =>
  parse(text.replace(/^using .*$/m, '').replaceAll(/^param (\w+) =/gm, 'var $1 ='));

export async function files(ending: 'bicep' | 'bicepparam'): Promise<string[]> {
  const all = await readdir(azure, { recursive: true });
  return all.filter((file) => file.endsWith(`.${ending}`)).sort();
}

export const read = (file: string): Promise<string> => readFile(join(azure, file), 'utf8');
export const template = async (file: string): Promise<Node> => parse(await read(file));

export function* all(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* all(child);
}

export const of = (node: Node, ...types: string[]): Node[] =>
  [...all(node)].filter((one) => types.includes(one.type));
const first = (node: Node): string => node.namedChild(0)!.text;
export const faults = (node: Node): string[] =>
  [...all(node)]
    .filter((one) => one.isError || one.isMissing)
    .map((one) => `${one.startPosition.row + 1}: ${one.text.slice(0, 60)}`);

export interface Parameter {
  name: string;
  hasDefault: boolean;
}

/** `param name type = default`: whoever deploys the file must give those without a default. */
export const parametersOf = (node: Node): Parameter[] =>
  of(node, 'parameter_declaration').map((one) => ({
    name: first(one),
    hasDefault: one.namedChildCount > 2,
  }));

export const outputsOf = (node: Node): string[] => of(node, 'output_declaration').map(first);
export const textOf = (node: Node): string => node.text.slice(1, -1);

/** The entries of an object literal by their names. */
export const entriesOf = (object: Node): Map<string, Node> =>
  new Map(
    object.namedChildren
      .filter((one) => one?.type === 'object_property')
      .map((one) => [first(one!).replaceAll("'", ''), one!.namedChild(1)!]),
  );

export const modulesOf = (node: Node): { name: string; path: string; given: string[] }[] =>
  of(node, 'module_declaration').map((one) => {
    const body = of(one, 'object')[0]!;
    const params = entriesOf(body).get('params');
    const path = textOf(one.namedChild(1)!);
    return { name: first(one), path, given: params ? [...entriesOf(params).keys()] : [] };
  });

/** The value of a variable, or of a parameter in a parameter file. */
export const valueOf = (node: Node, name: string): Node | null =>
  of(node, 'variable_declaration')
    .find((one) => first(one) === name)
    ?.namedChild(1) ?? null;

const declaring = [
  'parameter_declaration',
  'variable_declaration',
  'resource_declaration',
  'module_declaration',
  'for_statement',
  'loop_variable',
  'loop_enumerator',
  'lambda_expression',
];
export const declaredIn = (node: Node): string[] =>
  of(node, ...declaring).map((one) => (one.namedChildCount > 0 ? first(one) : one.text));

/** Every name that is read: no key of an object, no name of a declaration, no function, no property. */
export function readIn(node: Node): string[] {
  const isRead = (one: Node): boolean => {
    const parent = one.parent!;
    const isFirst = parent.namedChild(0)?.id === one.id;
    const names = [...declaring, 'object_property', 'call_expression', 'output_declaration'];
    return !(isFirst && names.includes(parent.type));
  };
  return of(node, 'identifier')
    .filter(isRead)
    .map((one) => one.text);
}
