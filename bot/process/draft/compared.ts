import { movesTo } from '../case/compared.ts';
import type { EventData } from '../events.ts';
import type { By, Expected } from '../frame/compared.ts';

/** The hash is told twice: as the record has it, and as its document makes it. */
export function versionAdded(expected: Expected, data: EventData<'versionAdded'>, by: By): void {
  const { versionId, number, kind, title, hash, state } = data;
  const made = { createdBy: by.personId, createdAt: by.at };
  expected.tell('version', versionId, { number, kind, title, hash, document: hash, ...made });
  movesTo(expected, () => state);
}

export function fileAdded(expected: Expected, data: EventData<'fileAdded'>): void {
  const { fileId, name, number, size, hash, versionId } = data;
  expected.tell('file', fileId, { name, number, size, hash, versionId });
}
