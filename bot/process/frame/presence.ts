/** What the platform says of one person in a meeting. `unknown`: it could not say, which is not a no. */
export type Presence = 'in' | 'out' | 'unknown';
