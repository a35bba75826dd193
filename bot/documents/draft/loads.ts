import { fieldEnd, isNear, loadedByFields } from './fields.ts';

/** What an office program fetches from elsewhere, or starts, by itself when it opens a document. */

const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name: string) => {
    if (name) return letters[name] ?? all;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** XML in the letters that its mark says; office programs write UTF-8, and read UTF-16. */
export function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === '3c00') return bytes.toString('utf16le');
  if (mark === 'feff' || mark === '003c')
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8');
}

const attribute = /(?<![\w:.-])([\w:.-]{1,60})\s{0,9}=\s{0,9}(?:"([^"<]*)"|'([^'<]*)')/g;
const attributesOf = (tag: string): Map<string, string> =>
  new Map([...tag.matchAll(attribute)].map(([, name, one, other]) => [name!, plain(one ?? other ?? '')]));

/** Tags of these names, whatever stands before the name; an end mark may be part of what an attribute says. */
const tags = {
  relation: /<(?:[\w.-]{1,40}:)?Relationship\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g,
  drawn:
    /<(?:draw:(?:image|object|object-ole|floating-frame|plugin)|text:section-source|table:table-source)\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g,
  instruction:
    /<(?:[\w.-]{1,40}:)?(?:instrText\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>([^<]*)<|fldChar\b[^<>]{0,300}["'](?:separate|end)["'])/g,
  field: /<(?:[\w.-]{1,40}:)?fldSimple\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g,
};

/** What a list of relations has fetched; a link is followed only by whoever presses it. */
function byRelation(xml: string): string | null {
  for (const [tag] of xml.matchAll(tags.relation)) {
    const attributes = attributesOf(tag);
    if (attributes.get('TargetMode')?.trim().toLowerCase() !== 'external') continue;
    const target = attributes.get('Target')?.trim() ?? '';
    if (!/\/hyperlink$/.test(attributes.get('Type') ?? '') && !isNear(target)) return target;
  }
  return null;
}

function inOpenDocument(xml: string): string | null {
  for (const [tag] of xml.matchAll(tags.drawn)) {
    const target = attributesOf(tag).get('xlink:href')?.trim() ?? '';
    if (/^[a-z][a-z0-9+.-]+:/i.test(target) && !isNear(target)) return target;
  }
  return null;
}

/** Fields that are carried out when the document is opened. */
const renewed =
  /<(?:[\w.-]{1,40}:)?(?:fldChar|fldSimple)\b[^<>]{0,900}\bdirty\s{0,9}=\s{0,9}["'](?:1|true|on)/;

/** A field's instruction may stand in several pieces. */
function byField(xml: string): string | null {
  const pieces = [...xml.matchAll(tags.instruction)].map(([, text]) => text ?? fieldEnd);
  const whole = [...xml.matchAll(tags.field)].flatMap(([tag]) =>
    [...attributesOf(tag)].filter(([name]) => /(^|:)instr$/.test(name)).map(([, text]) => text),
  );
  return loadedByFields([plain(pieces.join('')), ...whole].join(fieldEnd), renewed.test(xml));
}

const bySheet = (xml: string): string | null =>
  /<(?:\w+:)?ddeLink\b/.test(xml)
    ? 'DDE'
    : /\brefreshOnLoad\s{0,9}=\s{0,9}["'](1|true)/.test(xml)
      ? 'refreshOnLoad'
      : null;

const looks: [RegExp, (xml: string) => string | null][] = [
  [/\.rels$/i, byRelation],
  [/^(content|styles)\.xml$/i, inOpenDocument],
  [/^word\/[\w-]+\.xml$/i, byField],
  [
    /^xl\/(connections\.xml|externalLinks\/[^/]+\.xml|queryTables\/[^/]+\.xml|pivotCache\/[^/]+\.xml)$/i,
    bySheet,
  ],
];

/** How a part of a document is looked at; null: it says nothing of what is elsewhere. */
export const lookOf = (name: string): ((xml: string) => string | null) | null =>
  looks.find(([pattern]) => pattern.test(name))?.[1] ?? null;

const template = /\{\s*(?:\\\*\s*)?\\template(?:-?\d+)?(?![a-z])\s*([^}\s][^}]{0,200})(\}?)/gi;
/** On a drive of the reader's own, or a mere name that stands there whole. */
const isOwnTemplate = (named: string, end: string): boolean =>
  /^[a-z]:\\\\/i.test(named) || (end === '}' && /^[\w .-]+$/.test(named));

/** The same of what Word wrote as text: a template from elsewhere, or something that is started. */
export function loadedByRtf(text: string): string | null {
  for (const [, named = '', end = ''] of text.matchAll(template))
    if (!isOwnTemplate(named, end)) return named.trim();
  if (/\bDDEAUTO\b/i.test(text)) return 'DDE';
  const fields = [...text.matchAll(instruction)].map(([, said = '']) =>
    said.replace(word, (all) => (all === '\\\\' ? '\\' : '')),
  );
  return loadedByFields(fields.join(fieldEnd));
}

/** The instruction of a field, with what says how it looks in between. */
const instruction = /\\fldinst(?:-?\d+)?(?![a-z])((?:(?!\\fld(?:inst|rslt))[^]){0,450})/gi;
const word = /\\\\|\\[a-z]{1,32}-?\d{0,10} ?|\\\*|[{}]/g;

/** Something that is embedded as it lies in memory, which nothing here takes apart; a number may stand behind the word. */
export const embedsInRtf = (text: string): boolean =>
  /\\obj(data|autlink|link|update|html)(?![a-z])/i.test(text);
