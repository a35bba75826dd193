import { refuse, type Refusal } from '../frame/refusals.ts';

/** What a file may be: by the end of its name, what its content must be found to be and what it is handed out as. */
const kinds = {
  pdf: ['pdf', 'application/pdf'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  odt: ['odt', 'application/vnd.oasis.opendocument.text'],
  ods: ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  odp: ['odp', 'application/vnd.oasis.opendocument.presentation'],
  doc: ['doc', 'application/msword'],
  xls: ['xls', 'application/vnd.ms-excel'],
  ppt: ['ppt', 'application/vnd.ms-powerpoint'],
  rtf: ['rtf', 'application/rtf'],
  txt: ['txt', 'text/plain; charset=utf-8'],
  csv: ['txt', 'text/csv; charset=utf-8'],
  eml: ['eml', 'message/rfc822'],
  msg: ['msg', 'application/vnd.ms-outlook'],
  jpg: ['jpg', 'image/jpeg'],
  jpeg: ['jpg', 'image/jpeg'],
  png: ['png', 'image/png'],
  gif: ['gif', 'image/gif'],
  webp: ['webp', 'image/webp'],
  tif: ['tif', 'image/tiff'],
  tiff: ['tif', 'image/tiff'],
  bmp: ['bmp', 'image/bmp'],
  heic: ['heic', 'image/heic'],
  zip: ['zip', 'application/zip'],
} as const satisfies Record<string, readonly [content: string, type: string]>;
type Ending = keyof typeof kinds;
export type Content = (typeof kinds)[Ending][0];

/** What is never taken, by what it would do to whoever opens it. */
export type Danger = 'fileProgram' | 'fileWebPage' | 'fileMacros' | 'fileDiskImage' | 'filePacked';

const endings: Record<Danger, string> = {
  fileProgram: `exe dll com scr msi msp msix msixbundle appx appxbundle cpl sys drv ocx jar class apk dex app elf so bat cmd
    ps1 ps1xml psm1 psd1 vb vbs vbe js jse mjs cjs ws wsf wsh wsc sct hta sh bash csh ksh zsh command py pyc pyw pyz pl rb
    php lua reg lnk url desktop webloc inf scf pif gadget application appref-ms jnlp msc chm hlp xll iqy oqy rqy slk
    settingcontent-ms library-ms search-ms searchconnector-ms deb rpm pkg mpkg run swf wasm action workflow macho`,
  fileWebPage: 'html htm xhtml xht shtml mht mhtml svg svgz xsl xslt',
  fileMacros: 'docm dotm xlsm xltm xlsb xla xlam pptm potm ppsm ppam sldm vba bas',
  fileDiskImage: 'iso img vhd vhdx vmdk dmg wim udf cue nrg toast qcow2',
  filePacked: '7z rar tar gz tgz bz2 tbz xz txz cab arj lzh lha ace zst lz lz4 z cpio',
};
const dangers = new Map(
  Object.entries(endings).flatMap(([danger, all]) =>
    all.split(/\s+/).map((ending): [string, Danger] => [ending, danger as Danger]),
  ),
);

/** What Windows leaves away at the end of a name: dots, blanks, strokes, what is not seen, and the name of a file's own stream. */
const atTheEnd = /^(atad\$::|[\s.:/\\\p{Cc}\p{Cf}])+/iu;

/** Read from behind: from the front, each run of them would be tried from each of its letters. */
function withoutEnd(name: string): string {
  const backwards = [...name].reverse().join('');
  return name.slice(0, name.length - (atTheEnd.exec(backwards)?.[0].length ?? 0));
}

export const endingOf = (name: string): string =>
  /\.([^./]{1,30})$/.exec(withoutEnd(name.slice(-1_000)))?.[1]?.toLowerCase() ?? '';

/** What something with this ending would do, wherever it lies. */
export const dangerOf = (ending: string): Danger | null => dangers.get(ending.toLowerCase()) ?? null;

/** The same of a name, which ends for some programs where a zero stands. */
export const dangerOfName = (name: string): Danger | null =>
  dangerOf(endingOf(name)) ?? dangerOf(endingOf(name.split('\0', 1)[0]!));

const kindOf = (name: string): (typeof kinds)[Ending] | null => {
  const ending = endingOf(name);
  return Object.hasOwn(kinds, ending) ? kinds[ending as Ending] : null;
};

/** The only words that a file is handed out with; what was let in before there was a list is bytes. */
export const mediaTypeOf = (name: string): string => kindOf(name)?.[1] ?? 'application/octet-stream';

const taken = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(', ');

/** The refusal of each, in its own words. */
export function refuseDanger(danger: Danger): Refusal {
  switch (danger) {
    case 'fileProgram':
      return refuse('fileProgram');
    case 'fileWebPage':
      return refuse('fileWebPage');
    case 'fileMacros':
      return refuse('fileMacros');
    case 'fileDiskImage':
      return refuse('fileDiskImage');
    case 'filePacked':
      return refuse('filePacked');
  }
}

/** Whether a file of this name may come at all, said before it is sent. */
export function refuseName(name: string): Refusal | null {
  const ending = endingOf(name);
  const danger = dangerOf(ending);
  if (danger) return refuseDanger(danger);
  return kindOf(name) ? null : refuse('fileKind', { ending: `.${ending}`, taken });
}

/** Name against content. A content that nobody knows is not what the name says either. */
export function compareKind(name: string, found: Content | 'unknown'): Refusal | null {
  const expected = kindOf(name)?.[0];
  if (expected === found) return null;
  // A mail is text, and may be kept as text.
  if (expected === 'txt' && found === 'eml') return null;
  const ending = `.${endingOf(name)}`;
  if (found === 'unknown') return refuse(expected === 'txt' ? 'fileNotText' : 'fileUnknown', { ending });
  return refuse('fileDiffers', { ending, found: `.${found}` });
}
