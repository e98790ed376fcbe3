// Runs @web/test-runner's pages in WebKitGTK, over plain WebDriver (Debian: webkit2gtk-driver and xvfb). The launcher that
// @web/test-runner offers for WebDriver brings 180 packages.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Keys that WebDriver names by a code point (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const codePoints = new Map(
  Object.entries({
    Backspace: 0xe003,
    Tab: 0xe004,
    Enter: 0xe006,
    Shift: 0xe008,
    Control: 0xe009,
    Alt: 0xe00a,
    Escape: 0xe00c,
    Space: 0x20,
    PageUp: 0xe00e,
    PageDown: 0xe00f,
    End: 0xe010,
    Home: 0xe011,
    ArrowLeft: 0xe012,
    ArrowUp: 0xe013,
    ArrowRight: 0xe014,
    ArrowDown: 0xe015,
    Delete: 0xe017,
    Meta: 0xe03d,
  }),
);

/** @param {string} keys one key, or several to be held together, such as `Shift+Tab` */
function pressed(keys) {
  const parts = keys.length > 1 ? keys.split('+') : [keys];
  const values = parts.map((key) => {
    const codePoint = codePoints.get(key) ?? (key.length === 1 ? key.codePointAt(0) : undefined);
    if (codePoint === undefined) throw new Error(`WebKit's launcher knows no key "${key}".`);
    return String.fromCodePoint(codePoint);
  });
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
}

/**
 * A browser on a screen of its own, so that its window has the focus whatever other windows do, with a driver of its own:
 * WebKitWebDriver takes one session.
 * @param {{ driver: string, browser: string }} executables
 */
async function startBrowser({ driver, browser }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const end = () => {
    for (const child of children.splice(0).toReversed()) child.kill();
  };
  process.once('exit', end);
  /**
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} options
   */
  const start = async (command, args, options) => {
    const child = spawn(command, args, options);
    children.push(child);
    await Promise.race([once(child, 'spawn'), once(child, 'error').then(([error]) => Promise.reject(error))]);
    return child;
  };

  const screenArguments = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const screen = await start('Xvfb', screenArguments, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const written = /** @type {import('node:stream').Readable} */ (screen.stdio[3]);
  const [display] = await once(written, 'data'); // Xvfb writes the number that it took
  const port = await freePort();
  await start(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    },
  });
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {number} [patience] milliseconds until what hangs is given up; a busy machine takes its time
   */
  const call = async (method, path, body, patience = 60_000) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      if (tries === 600) throw error;
      await pause(100);
    }
  }
  const options = { binary: browser, args: ['--automation'] };
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
  });

  return {
    /** @param {string} method @param {string} path @param {unknown} [body] @param {number} [patience] */
    call: (method, path, body, patience) => call(method, `/session/${sessionId}${path}`, body, patience),
    async end() {
      await call('DELETE', `/session/${sessionId}`, undefined, 10_000).catch(() => {}); // it is going away anyway
      process.off('exit', end);
      end();
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * What the runner's commands (keys, the size of the page) ask of a page of Playwright's.
 * @param {Awaited<ReturnType<typeof startBrowser>>} browser
 */
function pageOf({ call }) {
  /** @param {unknown[]} actions */
  const act = (actions) => call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  return {
    keyboard: {
      /** @param {string} text */
      type: (text) => act([...text].flatMap(pressed)),
      /** @param {string} keys */
      press: (keys) => act(pressed(keys)),
      /** @param {string} key */
      down: (key) => act(pressed(key).slice(0, 1)),
      /** @param {string} key */
      up: (key) => act(pressed(key).slice(1)),
    },
    /** @param {{ width: number, height: number }} viewport */
    async setViewportSize({ width, height }) {
      /** @param {number} across @param {number} down */
      const resize = (across, down) =>
        call('POST', '/window/rect', { width: width + across, height: height + down });
      await resize(0, 0);
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [across = 0, down = 0] = await call('POST', '/execute/sync', { script, args: [] });
      await resize(across, down); // the window's own bars
    },
  };
}

/**
 * @param {{ driver: string, browser: string }} executables WebKitWebDriver, and the MiniBrowser that it drives
 */
export function webkitLauncher(executables) {
  /** @typedef {Awaited<ReturnType<typeof startBrowser>>} Browser */
  /** @type {Map<string, { url: string, browser: Browser }>} */
  const pages = new Map();
  /** @type {Browser[]} */
  const idle = [];

  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 2,
    /** @param {string} id */
    getPage(id) {
      const page = pages.get(id);
      if (!page) throw new Error(`There is no page ${id}.`);
      return pageOf(page.browser);
    },
    /** @param {string} id @param {string} url */
    async startSession(id, url) {
      const browser = idle.pop() ?? (await startBrowser(executables));
      pages.set(id, { url, browser });
      await browser.call('POST', '/url', { url });
    },
    startDebugSession: () =>
      Promise.reject(new Error('Debug in a browser with a window: BROWSERS=chromium.')),
    /** @param {string} id */
    isActive: (id) => pages.has(id),
    /** @param {string} id */
    getBrowserUrl: (id) => pages.get(id)?.url ?? '',
    /** @param {string} id */
    async stopSession(id) {
      const browser = pages.get(id)?.browser;
      pages.delete(id);
      try {
        await browser?.call('POST', '/url', { url: 'about:blank' }, 10_000);
        if (browser) idle.push(browser);
      } catch {
        await browser?.end(); // it hangs: the next file gets a new one
      }
      return {};
    },
    async stop() {
      const browsers = [...idle, ...[...pages.values()].map(({ browser }) => browser)];
      await Promise.all(browsers.map((browser) => browser.end()));
    },
  };
}
