import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { PNG } from 'pngjs';
import type { Browser as Executable } from '../../../tooling/src/find-browser.js';
import type { Scene } from './stage.js';
import type { State, Surroundings } from './states.js';

/** Looks at a picture, and says whether it is worth keeping without a second look. */
export type Accept = (name: string, picture: PNG) => boolean;

const origin = 'https://pictures.example';
const page = `<!doctype html>
  <html lang="en">
    <meta charset="utf-8">
    <meta name="color-scheme" content="light dark">
    <title>Pictures</title>
    <style>
      html { caret-animation: manual; } /* as it is in a picture: it does not blink */
      body { margin: 16px; font: 16px/1.5 'Open Sans'; }
      fluenzr-provider > * + * { margin-block-start: 16px; }
    </style>
    <script type="module" src="/stage.js"></script>
  </html>`;
/** The time at which all pictures are taken. */
const now = new Date('2026-03-02T09:00:00Z');

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('stage.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    loader: { '.css': 'text' },
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function answerLead(route: Route, relay: State['relay']): Promise<void> {
  const json = (status: number, body: object) =>
    route.fulfill({ status, json: body, headers: { 'access-control-allow-origin': '*' } });
  if (route.request().method() === 'GET') await json(200, { kind: 'none' });
  else if (relay === 'accepts') await json(202, { receiptId: 'rcp_1', status: 'ACCEPTED' });
  else if (relay === 'is down') await route.abort('connectionrefused');
  else if (relay === 'refuses the company')
    await json(422, {
      status: 422,
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/fields/company', code: 'TOO_LONG', message: 'This is not a company we know.' }],
    });
  // else it is still at work when the picture is taken
}

/** Takes pictures of elements: always of the same ones at the same time, in the same font. */
export class Camera {
  readonly #browser: Browser;
  readonly #stage: string;

  private constructor(browser: Browser, stage: string) {
    this.#browser = browser;
    this.#stage = stage;
  }

  static async open({ executablePath, env, args }: Executable): Promise<Camera> {
    const [browser, stage] = await Promise.all([
      chromium.launch({
        executablePath,
        env,
        args: [
          ...args,
          '--font-render-hinting=none',
          '--disable-lcd-text',
          '--force-color-profile=srgb',
          '--hide-scrollbars',
        ],
      }),
      bundle(),
    ]);
    return new Camera(browser, stage);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** All pictures of a state, by their names: `lead-form-errors.dark`. */
  async take(name: string, state: State, accept: Accept): Promise<Map<string, PNG>> {
    const also = state.also ?? [];
    const usual = ['light', 'dark', ...also.filter((surroundings) => surroundings !== 'narrow')] as const;
    const pictures = await this.#takeAt(state.width ?? 400, name, state, usual, accept);
    // reached anew: what is open decides by the room that it finds where it is
    const narrow = also.includes('narrow') ? await this.#takeAt(320, name, state, ['narrow'], accept) : [];
    return new Map([...pictures, ...narrow]);
  }

  async #takeAt(
    width: number,
    name: string,
    state: State,
    all: readonly ('light' | 'dark' | Surroundings)[],
    accept: Accept,
  ): Promise<Map<string, PNG>> {
    const context = await this.#browser.newContext({
      viewport: { width, height: state.height ?? 800 },
      deviceScaleFactor: 1,
      timezoneId: 'UTC',
      locale: 'en-GB',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    try {
      const shown = await this.#show(context, state);
      const pictures = new Map<string, PNG>();
      for (const surroundings of all) {
        const picture = `${name}.${surroundings}`;
        await surround(shown, surroundings, width, state.height);
        pictures.set(picture, await shoot(shown, state, (png) => accept(picture, png)));
      }
      return pictures;
    } catch (error) {
      throw new Error(`The state ${name} was not reached, at ${String(width)} pixels.`, { cause: error });
    } finally {
      await context.close();
    }
  }

  async #show(context: BrowserContext, state: State): Promise<Page> {
    await context.route('**', (route) => {
      const { pathname, origin: asked } = new URL(route.request().url());
      if (asked !== origin) return answerLead(route, state.relay);
      return pathname === '/stage.js'
        ? route.fulfill({ contentType: 'text/javascript', body: this.#stage })
        : route.fulfill({ contentType: 'text/html', body: page });
    });
    const shown = await context.newPage();
    shown.setDefaultTimeout(20_000);
    await shown.clock.setFixedTime(now);
    await shown.goto(origin);
    const { markup, backend, theme } = state;
    await shown.evaluate(
      (scene) => (globalThis as unknown as { show(scene: Scene): Promise<void> }).show(scene),
      { markup, ...(backend && { backend }), ...(theme && { theme }) },
    );
    await state.act?.(shown);
    await shown.mouse.move(0, 0);
    return shown;
  }
}

async function surround(
  page: Page,
  surroundings: 'light' | 'dark' | Surroundings,
  width: number,
  height: number | undefined,
): Promise<void> {
  await page.emulateMedia({
    colorScheme: surroundings === 'dark' ? 'dark' : 'light',
    forcedColors: surroundings === 'forced-colors' ? 'active' : 'none',
  });
  await page.setViewportSize({ width, height: height ?? 800 });
  await page.evaluate(
    (dir) => {
      document.documentElement.dir = dir;
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    surroundings === 'rtl' ? 'rtl' : 'ltr',
  );
  if (height) return;
  const fitting = await page.evaluate(() =>
    Math.ceil(document.documentElement.getBoundingClientRect().height),
  );
  await page.setViewportSize({ width, height: Math.max(fitting, 40) });
}

/** Shoots until nobody objects, or until nothing moves any more. */
async function shoot(page: Page, state: State, accept: (png: PNG) => boolean): Promise<PNG> {
  const box = state.of ? await page.locator(state.of).boundingBox() : null;
  let last: Buffer | undefined;
  for (;;) {
    const shot = await page.screenshot({ animations: 'disabled', ...(box && { clip: box }) });
    const png = coarse(PNG.sync.read(shot));
    if (accept(png) || last?.equals(shot)) return png;
    last = shot;
  }
}

/** Without the last three bits of each colour: nobody sees them, and they are half of a file. */
function coarse(png: PNG): PNG {
  for (const [index, value] of png.data.entries()) png.data[index] = (value & 0xf8) | (value >> 5);
  return png;
}
