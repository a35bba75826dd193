/** How a revision comes to its goal: an existing one, a new one, or what is corrected without a working group. */
export const tracks = ['revise', 'develop', 'correct'] as const;
export type Track = (typeof tracks)[number];
