/** Marks text as CSS, for editors and for the build, which folds it. */
export const css = String.raw;

const sheets = new Map<string, CSSStyleSheet>();

/** Adds CSS to a document or shadow root, once. No `<style>`: a strict content security policy forbids it. */
export function adopt(root: DocumentOrShadowRoot, ...texts: string[]): void {
  for (const text of texts) {
    const sheet = sheets.get(text) ?? new CSSStyleSheet();
    if (!sheets.has(text)) sheet.replaceSync(text);
    sheets.set(text, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
}
