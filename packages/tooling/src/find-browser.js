// Finds a Chromium for the tests: CHROME_PATH, an installed one, or else the one in the npm package
// @sparticuz/chromium, so that a machine with Node and npm alone can run them.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const INSTALLED_ON_LINUX = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge-stable',
];

// Quiet flags: no calls home while tests run. The sandbox cannot start for root, so only root goes without.
const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string | undefined>} env environment to start it with
 * @property {string[]} args command-line flags to start it with
 */

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) return { executablePath: given, env: process.env, args: ARGUMENTS };
  if (process.platform === 'linux') {
    const installed = INSTALLED_ON_LINUX.find((file) => existsSync(file));
    if (installed) return { executablePath: installed, env: process.env, args: ARGUMENTS };
    if (process.arch === 'x64') return fromPackage();
  } else {
    const { Launcher } = await import('chrome-launcher'); // knows where macOS and Windows install it
    const [installed] = Launcher.getInstallations();
    if (installed) return { executablePath: installed, env: process.env, args: ARGUMENTS };
  }
  throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
}

/**
 * The browser of the npm package, with its fonts and no others: it draws the same on every machine.
 * @returns {Promise<Browser | undefined>} nothing where it does not run
 */
export async function findPinnedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const browser = await fromPackage();
  const file = path.join(path.dirname(browser.executablePath), 'own-fonts.conf');
  writeFileSync(file, fontsConf(path.dirname(browser.executablePath), []));
  return { ...browser, env: { ...browser.env, FONTCONFIG_FILE: file } };
}

/** @param {(string | undefined)[]} files @param {string} otherwise */
function firstOf(files, otherwise) {
  const found = files.find((file) => file && existsSync(file));
  if (!found) throw new Error(otherwise);
  return found;
}

/** @returns {string} the executable of Firefox */
export const findFirefox = () =>
  firstOf(
    [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
    'No Firefox found. Install one (Debian: firefox-esr), or set FIREFOX_PATH to its executable.',
  );

/** @returns {{ driver: string, browser: string }} WebKitGTK's driver, and the browser that it drives */
export function findWebKit() {
  const otherwise = 'No WebKitGTK found. Install its driver (Debian: webkit2gtk-driver and xvfb).';
  const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];
  return {
    driver: firstOf(['/usr/bin/WebKitWebDriver'], otherwise),
    browser: firstOf(
      [process.env.MINIBROWSER_PATH, ...libraries.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)],
      otherwise,
    ),
  };
}

/**
 * Unpacks the browser of @sparticuz/chromium, once per version and user, with the libraries and fonts it needs.
 * @returns {Promise<Browser>}
 */
async function fromPackage() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const packageRoot = path.join(path.dirname(entry), '..');
  const { version } = require(path.join(packageRoot, 'package.json'));
  const folder = path.join(os.tmpdir(), `chromium-${version}-${os.userInfo().uid}`);
  if (!existsSync(folder)) {
    // unpacked beside its place, then moved there in one step: two runs at once never see half a browser
    mkdirSync(path.dirname(folder), { recursive: true });
    const unpacking = mkdtempSync(`${folder}-`);
    const temporary = process.env.TMPDIR;
    process.env.TMPDIR = unpacking; // where the package's inflate() writes
    try {
      const { inflate } = await import(entry);
      for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
        await inflate(path.join(packageRoot, 'bin', part));
      writeFileSync(path.join(unpacking, 'fonts.conf'), fontsConf(folder));
      renameSync(unpacking, folder);
    } catch (error) {
      rmSync(unpacking, { recursive: true, force: true });
      if (!existsSync(folder)) throw error; // another run was first: its browser serves
    } finally {
      if (temporary === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = temporary;
    }
  }
  const libraries = path.join(folder, 'al2023', 'lib');
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      // without any font the browser dies
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
    },
    args: ARGUMENTS,
  };
}

/** @param {string} folder @param {string[]} others further folders of fonts */
const fontsConf = (folder, others = ['/usr/share/fonts']) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${others.map((other) => `<dir>${other}</dir>`).join('')}
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>`;
