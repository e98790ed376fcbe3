import { appendFileSync } from 'node:fs';

/**
 * A row of a table: what was measured, and its figures by the heading of their column.
 * @typedef {{ name: string, figures: Record<string, string | number>, limit?: string }} Row
 */

/**
 * Hands a row that a program prints to `npm run bench`, which names a file for it in FLUENZR_BENCH_ROWS. A program that is
 * run by itself only prints.
 * @param {Row} row
 */
export function report(row) {
  const file = process.env.FLUENZR_BENCH_ROWS;
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
