const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => escapes[sign]);

const inline = (text) =>
  escapeHtml(text)
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1<em>$2</em>');

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
