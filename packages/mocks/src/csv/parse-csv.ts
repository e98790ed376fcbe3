/** One record of a CSV file. */
export interface CsvRecord {
  /** Its number in the file: the first is 1. Records that are blank lines count too. */
  readonly row: number;
  readonly cells: readonly string[];
}

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads CSV after RFC 4180, record by record: cells may be quoted, with quotes doubled; lines end in CRLF, LF or CR; a
 * byte order mark is passed over, and so are blank lines.
 *
 * @throws SyntaxError, with the row, for a quote that is never closed, or that closes before the cell ends.
 */
export function* parseCsv(text: string): Generator<CsvRecord, void, undefined> {
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  for (let row = 1; position < text.length; row += 1) {
    const cells: string[] = [];
    const start = position;
    for (;;) {
      const cell =
        text.charCodeAt(position) === quote ? quotedCell(text, position, row) : plainCell(text, position);
      cells.push(cell.value);
      position = cell.end;
      if (text.charCodeAt(position) !== comma) break;
      position += 1;
    }
    const blank = position === start;
    if (text.charCodeAt(position) === carriageReturn) position += 1;
    if (text.charCodeAt(position) === lineFeed) position += 1;
    if (!blank) yield { row, cells };
  }
}

interface Cell {
  value: string;
  /** Where the comma, the end of the line or the end of the text is. */
  end: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !endsCell(text.charCodeAt(end))) end += 1;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, row: number): Cell {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close === -1) throw new SyntaxError(`Row ${row}: a quote is opened and never closed.`);
    value += text.slice(from, close);
    if (text.charCodeAt(close + 1) === quote) {
      value += '"';
      from = close + 2;
      continue;
    }
    const end = close + 1;
    if (end < text.length && !endsCell(text.charCodeAt(end))) {
      throw new SyntaxError(
        `Row ${row}: there is text behind a closing quote. Double a quote that is meant as text.`,
      );
    }
    return { value, end };
  }
}

const endsCell = (code: number) => code === comma || code === lineFeed || code === carriageReturn;
