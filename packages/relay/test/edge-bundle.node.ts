import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { build } from 'esbuild';

describe('the bundle of a worker', () => {
  it('is at most 35 KB, and has nothing of Node in it', async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [path.join(root, 'examples/worker.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser', // a built-in of Node would not resolve
      target: 'es2022',
      conditions: ['source', 'worker'],
      write: false,
      logLevel: 'error',
    });
    const [bundle] = outputFiles;
    expect(brotliCompressSync(bundle?.contents ?? '').length).to.be.within(1, 35_000);
  });
});
