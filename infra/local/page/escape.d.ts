export declare const escapeHtml: (text: string) => string;
