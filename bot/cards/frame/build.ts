import type { Locale } from '../../i18n/index.ts';
import { line, paragraphs } from './text.ts';

/** Our own small set of Adaptive Card 1.5. Typed text goes through `rich`: a TextRun does no Markdown. */
export interface Element {
  type: string;
  [property: string]: unknown;
}
export interface Action {
  type: string;
  title: string;
  [property: string]: unknown;
}
/** Card data is what any client may send back: ids and choices only, never text that people typed. */
export type Data = Record<string, string | string[]>;

/** For our own words only: a TextBlock reads Markdown. */
const textBlock = (text: string, more: object = {}): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
});

export const heading = (text: string): Element =>
  textBlock(text, { style: 'heading', size: 'large', weight: 'bolder', spacing: 'none' });

export const kicker = (text: string): Element => textBlock(text, { size: 'small', isSubtle: true });

export const subheading = (text: string): Element =>
  textBlock(text, { style: 'heading', size: 'medium', weight: 'bolder', spacing: 'medium' });

export interface Run {
  bold?: boolean;
  subtle?: boolean;
  size?: 'small' | 'medium';
}

const run = (text: string, { bold, subtle, size }: Run): Element => ({
  type: 'TextRun',
  text,
  ...(bold && { weight: 'bolder' }),
  ...(subtle && { isSubtle: true }),
  ...(size && { size }),
});

/** Text that is already safe (from `say`, `line` or `paragraphs`), as one run or several. */
export const rich = (text: string | [string, Run][], how: Run = {}, more: object = {}): Element => ({
  type: 'RichTextBlock',
  inlines: (typeof text === 'string' ? [[text, how] as [string, Run]] : text).map((one) => run(...one)),
  ...more,
});

export const small = (text: string): Element =>
  rich(text, { size: 'small', subtle: true }, { spacing: 'small' });

/** A title that people typed. */
export const title = (text: string): Element =>
  rich(line(text, 160), { bold: true, size: 'medium' }, { spacing: 'small' });

/** Longer text that people typed: a letter, a reason, a statement. */
export const typed = (text: string, max: number, locale: Locale, how: Run = {}): Element[] =>
  paragraphs(text, max, locale).map((one, at) => rich(one, how, { spacing: at === 0 ? 'medium' : 'small' }));

const column = (width: string, items: Element[]): Element => ({ type: 'Column', width, items });

export const columns = (left: Element[], right: Element[], more: object = {}): Element => ({
  type: 'ColumnSet',
  columns: [column('stretch', left), column('auto', right)],
  ...more,
});

/** FactSet would read its values as Markdown. */
export const fact = (name: string, value: string, how: Run = {}): Element => ({
  type: 'ColumnSet',
  spacing: 'small',
  columns: [column('100px', [rich(name, { subtle: true })]), column('stretch', [rich(value, how)])],
});

export const facts = (rows: (Element | null)[]): Element => ({
  type: 'Container',
  spacing: 'medium',
  items: rows.filter((row) => row !== null),
});

/** `good` carries a receipt, `emphasis` a notice; both say it in words too. */
export const box = (style: 'good' | 'emphasis', items: Element[]): Element => ({
  type: 'Container',
  style,
  spacing: 'medium',
  items,
});

export const list = (items: Element[]): Element => ({ type: 'Container', spacing: 'medium', items });

export const actionSet = (actions: Action[], more: object = {}): Element => ({
  type: 'ActionSet',
  actions,
  ...more,
});
