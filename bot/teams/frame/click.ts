import type { Activity } from 'botbuilder';
import { isPersonal } from '../reach/shared.ts';

/** A press on one of our buttons: the act it names, with ids and inputs as the act's schema names them. */
export interface Click {
  verb: string;
  data: Record<string, unknown>;
  /** The client refreshed by itself; nobody pressed anything. */
  automatic: boolean;
  /** On a card that others see too, and that is edited for all of them. */
  shared: boolean;
}

type Data = Record<string, unknown>;
const dataOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

/** What an invoke carries. */
export function clickOf(activity: Activity): Click | null {
  const { action, trigger } = dataOf(activity.value);
  const { verb, data } = dataOf(action);
  return typeof verb === 'string'
    ? { verb, data: dataOf(data), automatic: trigger === 'automatic', shared: !isPersonal(activity) }
    : null;
}

/** The same from a client that knows no Action.Execute: a message without words, the verb among the data. */
export function submitOf(activity: Activity): Click | null {
  const { verb, ...data } = dataOf(activity.value);
  return typeof verb === 'string' ? { verb, data, automatic: false, shared: !isPersonal(activity) } : null;
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** An id as we write it; it may come in capitals. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value.toLowerCase()
    : null;
