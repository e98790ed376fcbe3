import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './packages/tooling/src/find-browser.js';
import { prebundle } from './packages/tooling/src/prebundle.js';
import { closingLine } from './packages/tooling/src/closing-line.js';

const rootDir = fileURLToPath(new URL('.', import.meta.url));
const { executablePath, env, args } = await findBrowser();

/** Serves MSW's service worker at the root, out of the installed package: no copy in the repository. */
const serviceWorker = {
  name: 'msw-service-worker',
  /** @param {{ path: string }} context */
  async serve(context) {
    if (context.path !== '/mockServiceWorker.js') return undefined;
    const body = await readFile(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
    return { body, type: 'js', headers: { 'service-worker-allowed': '/' } };
  },
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir,
  files: ['packages/*/test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['source', 'browser', 'development'] },
  plugins: [
    prebundle(rootDir, ['zod/mini', 'ky', 'msw', 'msw/browser', 'chai', 'fast-check', 'axe-core']),
    serviceWorker,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path.join(rootDir, 'tsconfig.json') }),
  ],
  browsers: [chromeLauncher({ concurrency: 2, launchOptions: { executablePath, env, args } })],
  concurrency: 2,
  reporters: [defaultReporter(), closingLine()],
  testFramework: { config: { timeout: '20000' } },
  coverageConfig: { include: ['packages/*/src/**/*.ts'] },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
