import type { ViewName, ViewParams, ViewResult } from '../../../bot/views/index.ts';

export type { ViewName, ViewParams };

export type Views = { [N in ViewName]: ViewResult<N> };

/** What a view is asked for; of one that asks for nothing it may be left out. */
export type Asking<N extends ViewName, More extends unknown[] = []> =
  Record<string, never> extends ViewParams<N>
    ? [params?: ViewParams<N>, ...more: More]
    : [params: ViewParams<N>, ...more: More];

export interface Page<T> {
  items: T[];
  next?: string | undefined;
}
