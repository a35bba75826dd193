import type { Locator } from 'playwright-core';

/** How long something may take that is bound to come; two browsers and two apps may share one slow machine. */
export const patience = 60_000;

/**
 * Says what must hold in the end, and looks again until it does. A journey never asks how something stands and
 * then acts on the answer: by then it may stand otherwise.
 */
export async function until(holds: () => Promise<boolean>, what: string | (() => string)): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came: ${typeof what === 'string' ? what : what()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const seen = (one: Locator): Promise<void> => one.first().waitFor();
export const gone = (all: Locator): Promise<void> => counted(all, 0);

/** There are so many of them in the end. */
export async function counted(all: Locator, wanted: number): Promise<void> {
  let found = -1;
  const holds = async (): Promise<boolean> => (found = await all.count()) === wanted;
  await until(holds, () => `${wanted} of ${String(all)}, there were ${found}`);
}

/** The field holds this in the end. */
export async function filled(field: Locator, wanted: string): Promise<void> {
  let found = '';
  const holds = async (): Promise<boolean> => (found = await field.inputValue()) === wanted;
  await until(holds, () => `»${wanted}« in ${String(field)}, there was »${found}«`);
}

/** Words that do not change any more, for a step that comes later. */
export async function textOf(one: Locator): Promise<string> {
  await one.waitFor();
  return (await one.textContent()) ?? '';
}
