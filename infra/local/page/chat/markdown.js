import { escapeHtml } from '../escape.js';

const bold = /\*\*([^*]+)\*\*/g;
/** Whole bold pieces may stand in it, halves of them not: tags never cross. */
const italic = /(^|[^\p{L}\p{N}_])_((?:[^_<>]|<strong>[^_<>]*<\/strong>)+)_(?![\p{L}\p{N}_])/gu;
const marked = (text) =>
  escapeHtml(text).replace(bold, '<strong>$1</strong>').replace(italic, '$1<em>$2</em>');

const link = /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** An address is left as it is: what looks like emphasis in it is none. */
function inline(text) {
  let from = 0;
  let html = '';
  for (const { 0: whole, 1: name, 2: address, index } of text.matchAll(link)) {
    const href = escapeHtml(address);
    html += marked(text.slice(from, index));
    html += `<a href="${href}" target="_blank" rel="noopener">${marked(name)}</a>`;
    from = index + whole.length;
  }
  return html + marked(text.slice(from));
}

/** The part of Markdown that Teams shows in a TextBlock: bold, italic, links, lists, paragraphs. */
export function markdown(text) {
  const blocks = text.split(/\n{2,}/).map((block) => {
    const lines = block.split('\n');
    const bullets = lines.every((line) => /^\s*[-*] /.test(line));
    const numbers = lines.every((line) => /^\s*\d+\. /.test(line));
    if (!bullets && !numbers) return `<p>${lines.map(inline).join('<br>')}</p>`;
    const items = lines.map((line) => `<li>${inline(line.replace(/^\s*([-*]|\d+\.) /, ''))}</li>`).join('');
    return bullets ? `<ul>${items}</ul>` : `<ol>${items}</ol>`;
  });
  return blocks.length === 1 ? blocks[0] : `<div>${blocks.join('')}</div>`;
}
