import { noteGraphChange } from './noteGraphChange.ts';
import { syncDirectory } from './syncDirectory.ts';
import { testConnection } from './testConnection.ts';

export const reachActs = {
  syncDirectory,
  testConnection,
  noteGraphChange,
};
