/** `notToCome` of process/meeting, asked of a meeting's row: whether it is to come. */
export const toCome = (m: string, now: string): string =>
  `(${m}.cancelled_at is null and ${m}.ends_at > ${now})`;
