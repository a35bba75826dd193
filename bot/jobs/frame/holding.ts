/** Renews what is held, one time after another, for as long as the work takes; once it has ended no renewal is on its way. */
export async function holding<T>(
  everyMs: number,
  renew: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(renew);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await last;
  }
}
