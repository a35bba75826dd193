/** Runs a command of the operator's: says in lines what came of it, or why it could not be done, and then fails. */
export function command(work: () => Promise<string[]>): void {
  work().then(
    (lines) => void process.stdout.write(`${lines.join('\n')}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
