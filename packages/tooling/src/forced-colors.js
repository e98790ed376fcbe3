import { ChromeLauncher } from '@web/test-runner-chrome';

/**
 * The command `executeServerCommand('forced-colors', 'active')`, or `'none'`, for tests in Chromium. The runner's own
 * `emulateMedia({ forcedColors })` is dropped here without a word: a test of forced colours then tests nothing.
 * @returns {import('@web/test-runner').TestRunnerPlugin<string>}
 */
export function forcedColors() {
  /** What is emulated ends with its session. @type {WeakMap<object, import('puppeteer-core').CDPSession>} */
  const sessions = new WeakMap();
  return {
    name: 'forced-colors',
    async executeCommand({ command, payload: value = 'none', session: { id, browser } }) {
      if (command !== 'forced-colors' || !(browser instanceof ChromeLauncher)) return undefined;
      const page = browser.getPage(id);
      const session = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, session);
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
      return true;
    },
  };
}
