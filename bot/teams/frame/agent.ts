import { Agent } from 'undici';

const timeoutMs = 15_000;

// A ballot waits for one of these calls, and fetch costs several times as much as the client under it.
export const agent = new Agent({ connections: 64, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
