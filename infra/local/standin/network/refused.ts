import type { Reply } from './http.ts';

/** As Entra says no: a word for programs, and its own number at the head of the words for people. */
export const refused = (status: number, error: string, description: string, more: object = {}): Reply => ({
  status,
  body: {
    error,
    error_description: description,
    error_codes: [Number(/^AADSTS(\d+)/.exec(description)?.[1] ?? 0)],
    timestamp: new Date().toISOString(),
    ...more,
  },
});
