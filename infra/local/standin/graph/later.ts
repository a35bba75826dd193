/** What Graph sets going and does not wait for; where it fails, the console of the run says so. */
export function later(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => console.error('after a call to Graph:', error));
}
