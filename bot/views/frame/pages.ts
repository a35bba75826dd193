/** Where in the tab one thing has a page of its own. */
export const ownPages = {
  case: (id: string): string => `revision/${id}`,
  meeting: (id: string): string => `meeting/${id}`,
  scheduling: (id: string): string => `scheduling/${id}`,
};
