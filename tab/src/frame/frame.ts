/** Where in Teams this page stands, and for whom, as far as the host says; told once, before anything is drawn. */
export const frame: { context: string; reader: string | null } = { context: 'content', reader: null };
