import { errorOf, type Fault, type FaultKind } from './faultKinds.ts';
import type { WireError } from './http.ts';

export type Place = { conversationId?: string; objectId?: string; target?: 'connector' | 'graph' };

const fits = (fault: Fault, place: Place): boolean =>
  (fault.target ?? 'connector') === (place.target ?? 'connector') &&
  (fault.conversationId === undefined || fault.conversationId === place.conversationId) &&
  (fault.objectId === undefined || fault.objectId === place.objectId);

export type Faults = ReturnType<typeof createFaults>;

/** What has been switched on to go wrong. */
export function createFaults() {
  let list: Fault[] = [];
  let last = 0;
  return {
    add: (fault: Omit<Fault, 'id'>): Fault => {
      const added = { ...fault, id: ++last };
      list.push(added);
      return added;
    },
    clear: (id?: number) => void (list = id === undefined ? [] : list.filter((f) => f.id !== id)),
    list: () => list,
    /** Waits where a fault says so, and gives the error to answer with, if any. */
    meet: async (
      place: Place,
      kinds: readonly FaultKind[],
    ): Promise<{ error: WireError; after: boolean } | null> => {
      for (const fault of list) {
        if (!kinds.includes(fault.kind) || !fits(fault, place)) continue;
        if (fault.times !== undefined && --fault.times <= 0) list = list.filter((f) => f !== fault);
        if (fault.kind === 'slow') await new Promise((done) => setTimeout(done, fault.ms ?? 3000));
        const error = errorOf(fault);
        if (error) return { error, after: fault.afterStoring === true };
      }
      return null;
    },
  };
}
