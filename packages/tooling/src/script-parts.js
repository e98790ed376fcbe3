import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of `parts/` that a built script loads, at once or when they are needed, and the workers that it starts, with
 * what these load in turn.
 * @param {string} folder of the script-tag files
 * @param {string} script name of the file, such as `lead-form.js`
 * @returns {string[]} paths in the folder, with slashes
 */
export function partsOf(folder, script) {
  const files = new Set([script]);
  for (const file of files) {
    const code = readFileSync(path.join(folder, file), 'utf8');
    for (const [, reference = ''] of code.matchAll(/(?:import\(?|new URL\(|from)\s*["`]([^"`]+\.js)/g))
      files.add(path.posix.join(path.posix.dirname(file), reference));
  }
  return [...files].filter((file) => file.startsWith('parts/')).sort();
}
