import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from './http.ts';

const page = `<!doctype html>
<html lang="da">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Appen svarer ikke</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 34em; margin: 3em auto; padding: 0 1em; color-scheme: light dark }</style>
<main>
<h1>Appen svarer ikke</h1>
<p>Stand-in for Teams kører, men appen bag fanebladet er ikke oppe. Vent et øjeblik, og hent siden igen. Bliver det ved, står grunden i det vindue, hvor den blev startet.</p>
<div lang="en">
<h2>The app does not answer</h2>
<p>The stand-in for Teams is running, but the app behind the tab is not up. Wait a moment and load the page again. If it stays so, the reason stands in the window that started it.</p>
</div>
</main>
</html>
`;

/** What whoever asked can read: a page for somebody looking at one, else an error on the wire. */
export function tellNoApp(
  request: IncomingMessage,
  response: ServerResponse,
  status: 502 | 503,
  reason: string,
): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  if (request.headers.accept?.includes('text/html')) return send(response, { status, headers, body: page });
  const code = status === 503 ? 'NoApp' : 'AppUnreachable';
  send(response, { status, body: { error: { code, message: `The app does not answer: ${reason}` } } });
}
