import { addFilePart } from './addFilePart.ts';
import { addVersion } from './addVersion.ts';
import { beginFile } from './beginFile.ts';
import { finishFile } from './finishFile.ts';
import { noteFile } from './noteFile.ts';
import { noteFilesClosed } from './noteFilesClosed.ts';
import { retryFile } from './retryFile.ts';

export const draftActs = {
  addVersion,
  beginFile,
  addFilePart,
  finishFile,
  retryFile,
  noteFile,
  noteFilesClosed,
};
