// `npm run release`: builds and publishes every package whose version is not on the registry yet. `-- --dry-run` builds,
// publishes nothing, and shows what would be: the versions that the changesets lead to, and each package's files.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** @param {string} command @param {string[]} args */
const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: 'inherit' });
/** @param {string} command @param {string[]} args */
const read = (command, ...args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

run('npm', 'run', '--silent', 'build');

if (process.argv.includes('--dry-run')) {
  console.log('\nVersions, with the changesets that are waiting:\n');
  console.log(read('npx', 'changeset', 'status', '--verbose').replaceAll(/^🦋 {2}(info )?/gm, ''));
  for (const name of readdirSync(path.join(root, 'packages'))) {
    const folder = path.join(root, 'packages', name);
    const { private: isPrivate } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (isPrivate) continue;
    const [packed] = JSON.parse(read('npm', 'pack', '--dry-run', '--json', `./packages/${name}`));
    const size = (/** @type {number} */ bytes) => `${Math.ceil(bytes / 1000).toLocaleString('en')} KB`;
    const { entryCount, size: packedSize, unpackedSize } = packed;
    console.log(
      `${packed.name}: ${entryCount} files, ${size(packedSize)} packed, ${size(unpackedSize)} unpacked`,
    );
  }
} else {
  run('npx', 'changeset', 'publish');
}
