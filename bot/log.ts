import { types } from 'node:util';
import { pino, type Logger } from 'pino';

/** Words of a message that may be somebody's: what stands in marks or brackets, closed or not, and addresses of any kind. */
const typed =
  /"[^"]*"?|(?<!\w)'[^']*'?|`[^`]*`?|“[^”]*”?|»[^«]*«?|[([{][^)\]}]*[)\]}]?|[^\s@]{1,64}@\S*|[a-z]{2,10}:\/\/\S*|[\w-]{24,}/gi;
const longest = 200;

/** The beginning of a message, which its author wrote; what follows a colon is what it is about. */
const said = (message: string): string =>
  (message.split(/:\s|\n/, 1)[0] ?? '').slice(0, longest).replaceAll(typed, '…');

/** Where in the code: the lines that a message, whatever is in it, cannot look like. */
const framesOf = (stack: unknown): string =>
  typeof stack === 'string' ? (stack.match(/^ {4}at .*(?::\d+:\d+\)?|\(native\))$/gm) ?? []).join('\n') : '';

/** Names that the program gave, never values: PostgreSQL's own and those of a call that failed. */
const names = [
  'code',
  'errorCode',
  'severity',
  'table',
  'column',
  'constraint',
  'routine',
  'syscall',
  'status',
  'statusCode',
];
const isName = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^[\w.]{1,100}$/.test(value));

/**
 * An error as it is written down: what broke, where, and by which rule. Nothing that a person wrote, no name, no
 * address and no token, whichever library threw it; so of what it holds only what is known to be a name is kept.
 */
export function loggedError(error: unknown, depth = 0): object {
  if (!types.isNativeError(error)) return { type: typeof error };
  const held = error as unknown as Record<string, unknown>;
  const kept = names.filter((name) => isName(held[name])).map((name) => [name, held[name]]);
  return {
    type: error.name,
    message: said(error.message),
    ...Object.fromEntries(kept),
    stack: framesOf(error.stack),
    ...(error.cause !== undefined && depth < 3 && { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** The app's log: JSON lines on standard output. */
export const openLog = (level: string): Logger =>
  pino({ level, base: undefined, serializers: { err: (error: unknown) => loggedError(error) } });
