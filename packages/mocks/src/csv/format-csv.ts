/** Stands before a CSV file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Writes one record of CSV after RFC 4180, with its CRLF. A cell that a spreadsheet would take for a formula (it begins
 * with `=`, `+`, `-`, `@`, a tab or a carriage return) gets a `'` in front, which makes it text.
 */
export function formatCsvRecord(cells: readonly string[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

function formatCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
