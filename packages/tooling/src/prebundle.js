// A @web/test-runner plugin: bundles the heavy dependencies once, so that a test page loads a few files and
// not several hundred. Lit stays unbundled, so that a page never holds two copies of it.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Gives packages of CommonJS the named exports that Node finds in them.
 * @param {string} root
 * @param {string[]} specifiers
 * @returns {import('esbuild').Plugin}
 */
const namedExports = (root, specifiers) => ({
  name: 'named-exports',
  setup(build) {
    build.onResolve({ filter: /^/ }, ({ kind, path: specifier }) =>
      kind === 'entry-point' && specifiers.includes(specifier)
        ? { path: specifier, namespace: 'named-exports' }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'named-exports' }, async ({ path: specifier }) => {
      const names = Object.keys(await import(specifier)).filter((name) => /^[\w$]+$/.test(name));
      return { contents: `export { ${names.join()} } from '${specifier}';`, resolveDir: root };
    });
  },
});

/**
 * @param {string} root folder of the repository
 * @param {string[]} dependencies import specifiers to bundle
 * @param {string[]} commonJs more of them, of packages without ES modules
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function prebundle(root, dependencies, commonJs) {
  const all = [...dependencies, ...commonJs];
  // a folder of its own per process: two runs side by side must not write under each other's feet
  const folder = path.join(root, 'node_modules', '.cache', 'prebundle', String(process.pid));
  /** @param {string} specifier */
  const fileName = (specifier) => specifier.replace(/[^\w.-]+/g, '_');
  return {
    name: 'prebundle',
    async serverStart() {
      await build({
        entryPoints: Object.fromEntries(all.map((specifier) => [fileName(specifier), specifier])),
        outdir: folder,
        absWorkingDir: root,
        bundle: true,
        splitting: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        conditions: ['browser', 'development'],
        define: { 'process.env.NODE_ENV': '"test"' },
        plugins: [namedExports(root, commonJs)],
        logLevel: 'warning',
      });
    },
    serverStop: () => rm(folder, { recursive: true, force: true }),
    resolveImport({ source }) {
      if (!all.includes(source)) return undefined;
      return `/node_modules/.cache/prebundle/${process.pid}/${fileName(source)}.js`;
    },
  };
}
