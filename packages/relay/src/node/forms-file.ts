import { existsSync, readFileSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Forms, FormsError, parseForms } from '../forms.js';
import { type Mistake, type Path, pointerTo } from '../mistake.js';

/**
 * Reads a forms file: JSON, or a module whose default export is the same. `{"env": "NAME"}` stands for the environment
 * variable of that name, so that no secret is in the file.
 *
 * @throws FormsError with every mistake, and Error where the file cannot be read.
 */
export async function loadForms(file: string, environment: NodeJS.ProcessEnv = process.env): Promise<Forms> {
  if (!existsSync(file))
    throw new Error(`There is no forms file at ${path.resolve(file)}: give --config FILE.`);
  const document = /\.[cm]?[jt]s$/.test(file) ? await loadModule(file) : await loadJson(file);
  const missing: Mistake[] = [];
  const filled = fillIn(document, environment, [], missing);
  if (missing.length > 0) throw new FormsError(missing);
  return parseForms(filled);
}

async function loadJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

async function loadModule(file: string): Promise<unknown> {
  // the query makes Node read the file anew after a change
  const url = `${pathToFileURL(path.resolve(file)).href}?${Date.now()}`;
  try {
    const module = (await import(url)) as { default?: unknown };
    return module.default;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw cause;
    throw new Error(
      `This Node cannot read TypeScript: use Node 22.18 or newer, "node --import tsx", or a JSON file in place of ${file}.`,
      { cause },
    );
  }
}

function fillIn(value: unknown, environment: NodeJS.ProcessEnv, at: Path, missing: Mistake[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => fillIn(item, environment, [...at, index], missing));
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === 'env' && typeof first[1] === 'string') {
    const found = environment[first[1]];
    if (found) return found;
    missing.push({
      pointer: pointerTo(at),
      code: 'REQUIRED',
      message: `The environment variable ${first[1]} is not set.`,
    });
    return '';
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key, fillIn(item, environment, [...at, key], missing)]),
  );
}

/** How long a file must be left alone before it is read: editors write in several steps. */
const quiet = 100;

/**
 * Calls back after each change of what a file holds, until the returned function is called.
 *
 * The folder is watched, because editors and containers replace a file rather than write into it; what happens to its
 * neighbours (a log, perhaps) is left alone.
 */
export function watchFile(file: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let known = contentOf(file);
  const look = () => {
    const content = contentOf(file);
    if (content === undefined || content === known) return;
    known = content;
    changed();
  };
  const watcher = watch(path.dirname(path.resolve(file)), { persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(look, quiet).unref();
  });
  watcher.on('error', () => undefined); // the folder is gone: the forms stay as they are
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Undefined while the file is being replaced. */
function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
