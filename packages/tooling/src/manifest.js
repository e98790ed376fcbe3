import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * Writes packages/elements/dist/custom-elements.json, which describes the elements to editors and to the docs, and what
 * editors read of it.
 * @param {string} root
 */
export function writeManifest(root) {
  execFileSync('npx', ['cem', 'analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'], {
    cwd: path.join(root, 'packages', 'elements'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
