import { da } from '../../../bot/i18n/da/index.ts';
import { en } from '../../../bot/i18n/en/index.ts';
import type { Tree } from './tree.ts';
import type { Finding } from './finding.ts';

type Sentences = Record<string, string>;
const code = /^(bot|tab|infra)\/(?!i18n\/(da|en)\/).*\.(tsx?|mjs|js|html)$/;

const holes = (sentence: string): string => [...new Set(sentence.match(/\{\w+\}/g))].sort().join(' ');

/** What differs between two languages, and what our tone forbids. */
export function compare(first: Sentences, second: Sentences): string[] {
  const wrong: string[] = [];
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [one, other] = [first[key], second[key]];
    if (one === undefined) wrong.push(`${key} is missing in Danish`);
    else if (other === undefined) wrong.push(`${key} is missing in English`);
    else if (holes(one) !== holes(other))
      wrong.push(`${key} has not the same placeholders: ${holes(one)} | ${holes(other)}`);
    if (`${one}${other}`.includes('!')) wrong.push(`${key} has an exclamation mark`);
    if (one?.trim() === '' || other?.trim() === '') wrong.push(`${key} is empty`);
  }
  return wrong;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Keys put together while running: `state.${state}` and 'state.' + state use every key of that shape. */
export function shapesIn(text: string): RegExp[] {
  const written = [...text.matchAll(/`([a-zA-Z]+\.[^`\n]*)`/g)].map((found) => found[1]!);
  const templates = written
    .filter((shape) => shape.includes('${'))
    .map((shape) => shape.split(/\$\{[^}]*\}/));
  const prefixes = [...text.matchAll(/['"]([a-zA-Z]+\.)['"]/g)].map((found) => [found[1]!, '']);
  return [...templates, ...prefixes].map((pieces) => new RegExp(`^${pieces.map(escape).join('[\\w./]+')}$`));
}

/** Keys that no line of code can ask for. */
export function unused(keys: string[], sources: string[]): string[] {
  const all = sources.join('\n');
  const shapes = sources.flatMap(shapesIn);
  const asked = (key: string): boolean =>
    [`'${key}'`, `"${key}"`, `\`${key}\``].some((quoted) => all.includes(quoted));
  return keys.filter((key) => !asked(key) && !shapes.some((shape) => shape.test(key)));
}

export function words(tree: Tree): Finding {
  const sources = [...tree].filter(([path]) => code.test(path)).map(([, text]) => text);
  const idle = unused(Object.keys(da), sources).map((key) => `${key} is used nowhere`);
  return {
    wrong: [...compare(da, en), ...idle],
    notes: [`${Object.keys(da).length} sentences in two languages`],
  };
}
