/** `isOpen` of process/hearing, asked of a hearing's row: the deadline itself is already too late. */
export const isOpen = (hearing: string, now: string): string => `${hearing}.deadline > ${now}`;
