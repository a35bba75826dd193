import { noteRestored } from './noteRestored.ts';
import { startRevision } from './startRevision.ts';

export const caseActs = {
  startRevision,
  noteRestored,
};
