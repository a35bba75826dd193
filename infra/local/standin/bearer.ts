import type { Call } from './network/http.ts';

export const bearer = (call: Call): string => (call.headers.authorization ?? '').replace(/^Bearer /i, '');
