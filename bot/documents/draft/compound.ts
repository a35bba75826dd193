import type { Received } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { namesIn } from './sectors.ts';
import type { Found } from './signatures.ts';

const macros = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros'];
const locked = ['EncryptedPackage', 'EncryptionInfo'];
const workbooks = ['Workbook', 'Book'];
const mail = '__properties_version1.0';
/** The names that say anything; of all others there may be as many as somebody likes. */
const telling = new Set([...macros, ...locked, ...workbooks, mail, 'WordDocument', 'PowerPoint Document']);

function kindBy(names: Set<string>): Found {
  const any = (...wanted: string[]): boolean => wanted.some((name) => names.has(name));
  if (any(...locked)) return { refusal: refuse('fileEncrypted') };
  if (any(...macros)) return { refusal: refuse('fileMacros') };
  if (any(mail)) return { is: 'msg' };
  if (any('WordDocument')) return { is: 'doc' };
  if (any(...workbooks)) return { is: 'xls' };
  return { is: any('PowerPoint Document') ? 'ppt' : 'unknown' };
}

/** What it is by the names in it; what it holds of other files is not looked into here. */
export async function lookAtCompound(file: Received): Promise<Found> {
  const names = new Set<string>();
  for await (const name of namesIn(file)) if (telling.has(name)) names.add(name);
  return kindBy(names);
}
