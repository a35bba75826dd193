import type { Asked } from '../../ports.ts';
import { codeOf, statusOf } from './graph.ts';

const nameTaken = /already exist/i;

/** What Graph refuses for good is an outcome, for the page to tell; what may pass is thrown, and tried again. */
export async function asked<T>(call: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { done: await call() };
  } catch (error) {
    const status = statusOf(error);
    if (status === 401 || status === 403) return { refused: 'denied' };
    if (status === 404) return { refused: 'notFound' };
    if (status === 409) return { refused: 'nameTaken' };
    if (status === 412) return { refused: 'changed' };
    if (status !== 400) throw error;
    return {
      refused: nameTaken.test(`${codeOf(error)} ${(error as Error).message}`) ? 'nameTaken' : 'refused',
    };
  }
}
