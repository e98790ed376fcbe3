import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The browser tests of what only Chromium can tell or be told: the accessibility tree, forced colours, windows narrower
 * than 447 pixels.
 */
export const chromiumOnly = 'packages/*/test/**/*.chromium.test.ts';

/** @returns {number} how many files of such tests there are */
export const countChromiumOnly = () =>
  readdirSync(packages).flatMap((name) => {
    try {
      return readdirSync(`${packages}${name}/test`).filter((file) => file.endsWith('.chromium.test.ts'));
    } catch {
      return []; // a package without tests
    }
  }).length;
