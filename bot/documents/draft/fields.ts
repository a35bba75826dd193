/** What the instruction of a field in a text has fetched or started, in Word's own words. */

/** A path of the reader's own machine, beside the document or in it; two slashes, or any other scheme, lead elsewhere. */
export const isNear = (target: string): boolean =>
  /^(?:(?:file:\/\/\/)?[a-z][:|]|[^\\/:]*(?:[\\/](?![\\/])|$)|cid:|data:)/i.test(target);

/** A stroke is written twice in an instruction. */
const isNearInField = (target: string): boolean =>
  !/^[\\/]{2}/.test(target) && isNear(target.replaceAll('\\\\', '\\'));

/** Between two fields. */
export const fieldEnd = '\x01';
const dde = /(?:^|[^\w/.-])DDE\s|DDEAUTO\s/i;
/** A link says what kind it is of before it says where. */
const fetching =
  /(?<![\w/.\\-])(INCLUDEPICTURE|INCLUDETEXT|IMPORT|RD|LINK)[ \t\r\n]{1,20}(?:(?<=LINK[ \t\r\n]{1,20})[\w.]{1,60}[ \t\r\n]{1,20})?(?:\\[a-z*][ \t\r\n]{1,20}){0,3}["\u201c\u201d]?\s{0,20}([^\s"\x01\u201c\u201d]{1,500})([^\x01]{0,300})/gi;

/**
 * Word fetches none of these when a document is opened but for what is a link, and for a picture that is not kept in the
 * document (\d): one that is, is what a paste from a page leaves. A path on a server gives it the reader's name, and has
 * no such excuse.
 */
function isFetched(name: string, target: string, rest: string, renewed: boolean): boolean {
  if (isNearInField(target)) return false;
  const isPaste = /^INCLUDEPICTURE$/i.test(name) && /^https?:/i.test(target);
  return !isPaste || renewed || /\\d(?![a-z])/i.test(rest);
}

/** What instructions fetch, or that they start a program; `renewed`: they are carried out when it is opened. */
export function loadedByFields(text: string, renewed = false): string | null {
  if (dde.test(text)) return 'DDE';
  for (const [, name, target, rest] of text.matchAll(fetching))
    if (isFetched(name!, target!, rest!, renewed)) return target!;
  return null;
}
