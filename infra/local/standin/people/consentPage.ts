import { escapeHtml } from '../../page/escape.js';
import type { Person } from '../state.ts';

const page = (title: string, body: string): string => `<!doctype html>
<html lang="da">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 30em; margin: 2em auto; padding: 0 1em; color-scheme: light dark } button { font: inherit; padding: .4em 1em } select { font: inherit; max-width: 100% }</style>
<main><h1>${title}</h1>
${body}
</main>
</html>
`;

const option = ({ objectId, displayName }: Person): string =>
  `<option value="${escapeHtml(objectId)}">${escapeHtml(displayName)}</option>`;

/** Both languages, as whoever practises may read either. */
export const consentPage = (scopes: string[], people: Person[]): string =>
  page(
    'Tillad appen? / Permissions requested',
    `<p>Stand-in for Microsofts samtykke. Appen beder om: <b>${escapeHtml(scopes.join(', '))}</b>.</p>
<p lang="en">A stand-in for Microsoft's consent page. The app asks for the same as above.</p>
<form method="post">
<p><label>Konto / Account <select name="objectId">${people.map(option).join('')}</select></label></p>
<p><button name="answer" value="accept">Acceptér / Accept</button>
<button name="answer" value="cancel">Annullér / Cancel</button></p>
</form>`,
  );

export const problemPage = (problem: string): string =>
  page('Det gik ikke / Sorry', `<p>${escapeHtml(problem)}</p>`);
