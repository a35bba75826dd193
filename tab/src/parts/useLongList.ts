import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

/** Shorter lists are all there: nothing to scroll in, to search in or to print is left out of them. */
export const shortList = 100;

/** Printing, and looking for a word in the page, want every row: then all of them are there. */
function useWhole(long: boolean): boolean {
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (!long) return undefined;
    const here = new AbortController();
    const { signal } = here;
    const searches = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
      key === 'F3' || (key.toLowerCase() === 'f' && (ctrlKey || metaKey));
    window.addEventListener('beforeprint', () => setWhole(true), { signal });
    window.addEventListener('keydown', (event) => searches(event) && setWhole(true), { signal });
    return () => here.abort();
  }, [long]);
  return whole;
}

/** Where a row of a list stands, for whoever hears it and not all rows are there. */
export const placeOf = (index: number, count: number) => ({
  'aria-setsize': count,
  'aria-posinset': index + 1,
});

export interface LongRow {
  index: number;
  /** Pixels of rows left out before it. */
  gap: number;
  props: { ref?: (element: HTMLElement | null) => void; 'data-index'?: number };
}

/**
 * Of a long list the rows that are in sight, and the one that is `kept` wherever it is; of a short one all. The list is
 * in a box of its own that scrolls, and `rest` are the pixels of what is left out after the last row.
 */
export function useLongList<E extends HTMLElement>(count: number, height: number, kept = -1) {
  const box = useRef<E>(null);
  const long = count >= shortList;
  const whole = useWhole(long);
  const few = long && !whole;
  // It is asked anew at each drawing, and nothing here is memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer<E, HTMLElement>({
    count,
    enabled: few,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 10,
    initialRect: { width: 0, height: 800 },
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return kept < 0 || kept >= count || seen.includes(kept)
        ? seen
        : [...seen, kept].toSorted((a, b) => a - b);
    },
  });
  let end = 0;
  const inSight = (few ? list.getVirtualItems() : []).map(({ index, start, end: to }): LongRow => {
    const gap = start - end;
    end = to;
    return { index, gap, props: { ref: list.measureElement, 'data-index': index } };
  });
  const all = Array.from({ length: few ? 0 : count }, (_, index): LongRow => ({ index, gap: 0, props: {} }));
  return { box, long, few, rows: few ? inSight : all, rest: few ? list.getTotalSize() - end : 0 };
}
