import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { findBrowser, findFirefox, findWebKit } from './packages/tooling/src/find-browser.js';
import { prebundle } from './packages/tooling/src/prebundle.js';
import { chromiumOnly } from './packages/tooling/src/chromium-only.js';
import { closingLine } from './packages/tooling/src/closing-line.js';
import { forcedColors } from './packages/tooling/src/forced-colors.js';
import { toldFailures } from './packages/tooling/src/told-failures.js';
import { webkitLauncher } from './packages/tooling/src/webkit-launcher.js';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

const launchers = {
  async chromium() {
    const { executablePath, env, args } = await findBrowser();
    return chromeLauncher({ concurrency: 2, launchOptions: { executablePath, env, args } });
  },
  /** Over WebDriver BiDi: needs no geckodriver. */
  firefox() {
    const launcher = chromeLauncher({
      puppeteer: puppeteerCore,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: findFirefox() },
      async createPage({ context }) {
        const page = await context.newPage();
        const setViewport = page.setViewport.bind(page);
        // Firefox before 144 sets the size, and refuses the orientation that goes with it
        page.setViewport = (viewport) =>
          setViewport(viewport).catch((/** @type {Error} */ error) => {
            if (!error.message.includes('setScreenOrientationOverride')) throw error;
          });
        return page;
      },
    });
    const stopSession = launcher.stopSession.bind(launcher);
    launcher.stopSession = async (id) => {
      const page = launcher.getPage(id);
      const result = await stopSession(id);
      await page.close(); // Firefox gives a page that is used again no focus events
      launcher['inactivePages'].length = 0;
      return result;
    };
    return launcher;
  },
  webkit: () => webkitLauncher(findWebKit()),
};
/** Chromium, or what the tests are wanted in: `npm run test:browsers` sets it. */
const wanted = /** @type {(keyof typeof launchers)[]} */ ((process.env.BROWSERS ?? 'chromium').split(','));
const chromiumAlone = wanted.every((name) => name === 'chromium');

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
  files: ['packages/*/test/**/*.test.ts', ...(chromiumAlone ? [] : [`!${chromiumOnly}`])],
  nodeResolve: { exportConditions: ['source', 'browser', 'development'] },
  plugins: [
    prebundle(
      rootDir,
      ['zod/mini', 'ky', 'msw', 'msw/browser', 'chai', 'fast-check', 'axe-core'],
      ['react', 'react-dom', 'react-dom/client'],
    ),
    serviceWorker,
    toldFailures(),
    a11ySnapshotPlugin(),
    forcedColors(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path.join(rootDir, 'tsconfig.json') }),
  ],
  browsers: await Promise.all(wanted.map((name) => launchers[name]())),
  concurrency: 2,
  reporters: [defaultReporter(), closingLine()],
  // WebKit takes 30 ms and more for a request through a service worker: 600 of them stand in one test, thousands in one
  // file, and a busy machine takes several times as long. These limits are for what hangs.
  testFramework: { config: { timeout: chromiumAlone ? '20000' : '180000' } },
  testsStartTimeout: 120_000,
  ...(chromiumAlone ? {} : { browserStartTimeout: 120_000, testsFinishTimeout: 900_000 }),
  coverageConfig: { include: ['packages/*/src/**/*.ts'] },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
