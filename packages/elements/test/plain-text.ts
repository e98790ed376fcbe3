/** A text without the marks that isolate the names in it. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').trim();
