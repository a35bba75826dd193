import type { EventData } from '../events.ts';
import type { Expected } from '../frame/compared.ts';

/** The hash is told twice: as the record has it, and as its document makes it. */
export function versionAdded(expected: Expected, data: EventData<'versionAdded'>): void {
  const { versionId, number, kind, title, hash } = data;
  expected.tell('version', versionId, { number, kind, title, hash, document: hash });
}

export function fileAdded(expected: Expected, data: EventData<'fileAdded'>): void {
  const { fileId, name, number, size, hash } = data;
  expected.tell('file', fileId, { name, number, size, hash });
}
