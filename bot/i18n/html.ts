const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as they stand in HTML, between tags and in an attribute's quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!);

/** The same of words in several lines. */
export const escapedLines = (text: string): string => escaped(text).replace(/\n/g, '<br>');
