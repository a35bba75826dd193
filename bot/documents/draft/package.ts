import type { Content } from '../../process/draft/fileKind.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';

/** The lists in which a package says what it is made of; no honest one is longer. */
export const longestList = 4_000_000;
export const lists = ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'];

/** Made by an office program, by how it begins or what it holds: pictures and notes in it are its own. */
export const isOffice = (names: string[]): boolean =>
  names.includes('[Content_Types].xml') || names[0] === 'mimetype';

/** The list of parts names the one that the package is for. A template or a slide show is another kind. */
const mains: [RegExp, Content][] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.presentation\.main\+xml/, 'pptx'],
];
const openDocument: Record<string, Content> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};
const parts: Partial<Record<Content, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };

const macroPart =
  /(^|\/)(vbaProject|vbaData)[^/]*$|^(Basic|Scripts)\/.*\.(xml|xlb|bsh|js|py)$|^xl\/macrosheets\//i;
/** What LibreOffice writes into every document that has none. */
const emptyMacros = /^Basic\/(script-lc|Standard\/script-lb)\.xml$/;

/** Macros, by the parts that hold them or by what the package says it is. */
export function macrosIn(names: string[], saying: Map<string, string>): Refusal | null {
  const types = saying.get('[Content_Types].xml') ?? '';
  const held = names.some((name) => macroPart.test(name) && !emptyMacros.test(name));
  return held || /macroEnabled|vbaProject/i.test(types) ? refuse('fileMacros') : null;
}

/** An OpenDocument with a password packs its parts openly and says so in its list. */
export const isLocked = (saying: Map<string, string>): boolean =>
  /<manifest:encryption-data\b/.test(saying.get('META-INF/manifest.xml') ?? '');

/** What the package is, by its own lists and the parts that are really there. */
export function packageKind(names: string[], saying: Map<string, string>): Content | 'unknown' {
  const types = saying.get('[Content_Types].xml');
  if (types !== undefined) {
    // Nothing in the list needs to be written so that one cannot read it.
    if (types.includes('&#')) return 'unknown';
    const kind = mains.find(([pattern]) => pattern.test(types))?.[1];
    const there =
      kind && names.includes('_rels/.rels') && names.some((name) => name.startsWith(parts[kind]!));
    return there ? kind : 'unknown';
  }
  const mimetype = names[0] === 'mimetype' ? saying.get('mimetype')?.trim() : undefined;
  return mimetype === undefined ? 'zip' : (openDocument[mimetype] ?? 'unknown');
}
