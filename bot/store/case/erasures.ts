/**
 * What of an event's data is left, as JSON: of one that was erased its ids, and what of an answer is no word. Whoever counts
 * by the trail counts it all the same.
 */
export const leftOf = (e: string): string =>
  `coalesce(nullif(${e}.data, 'null'), (select x.ids from erasure x where x.event_id = ${e}.id))`;
