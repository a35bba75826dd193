/** Where in Teams this page stands, as far as the host says; told once, before anything is drawn. */
export const frame = { context: 'content' };
