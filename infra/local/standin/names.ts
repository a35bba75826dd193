import { createHash } from 'node:crypto';
import type { State } from './state.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** What Teams calls people, their chats and what is said; a person has another name for every bot. */
export const createNames = (state: State, appId: string) => ({
  mri: (objectId: string) => `29:1${digest(`${appId}:${objectId}`)}`,
  personalId: (objectId: string) => `a:1${digest(`personal:${appId}:${objectId}`)}`,
  /** Teams numbers activities by the millisecond; two in one millisecond still differ. */
  nextActivityId: () => {
    state.lastActivityId = Math.max(Date.now(), state.lastActivityId + 1);
    return String(state.lastActivityId);
  },
});
