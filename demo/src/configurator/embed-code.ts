import type { Choices } from './choices.js';
import { formMarkup } from './form-markup.js';
import { lookCss } from './look.js';
import { markup, toHtml } from './markup.js';

/** A script as `integrity.json` of the built script-tag files tells of it. */
export interface BuiltScript {
  /** Its name with a hash, such as `lead-form-BN1CrgUm.js`: the content behind it never changes. */
  readonly file: string;
  /** For the attribute `integrity`. */
  readonly integrity: string;
  /** The integrity of each part that it may load, by its path beside the script. */
  readonly parts: Readonly<Record<string, string>>;
}

interface Built {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  readonly integrity?: Readonly<Record<string, string>>;
}

/**
 * Reads which lead-form script was built.
 *
 * @throws Error that says what to do, where the scripts were not built
 */
export async function readBuiltScript(): Promise<BuiltScript> {
  const response = await fetch('./integrity.json');
  const {
    scripts = {},
    parts = {},
    integrity = {},
  } = (response.headers.get('content-type')?.includes('json') ? await response.json() : {}) as Built;
  const file = scripts['lead-form'] ?? '';
  const hash = integrity[file];
  if (!hash) throw new Error('There is no integrity.json beside this page: run npm run build:script first.');
  const hashes = (parts['lead-form'] ?? []).map((part) => [part, integrity[part] ?? '']);
  return { file, integrity: hash, parts: Object.fromEntries(hashes) as BuiltScript['parts'] };
}

/** An import map that lets no part run that was changed. It has no import in it. */
function importMap(folder: string, parts: BuiltScript['parts']): string {
  const integrity = Object.fromEntries(Object.entries(parts).map(([part, hash]) => [folder + part, hash]));
  return JSON.stringify({ integrity }, null, 2).replaceAll('<', '\\u003c');
}

/** What is pasted into a page: the look, the script, the form. */
export function embedCode(choices: Choices, { file, integrity, parts }: BuiltScript): string {
  const css = lookCss(choices);
  const folder = choices.scripts.replace(/\/*$/, '/');
  const theme = markup('link', { rel: 'stylesheet', href: `${folder}themes/${choices.readyTheme}.css` });
  const inPlace = choices.shape === 'inline'; // in the <head>, such a script lets the page begin with the form in its place
  const script = markup('script', {
    type: 'module',
    async: inPlace,
    blocking: inPlace && 'render',
    src: folder + file,
    integrity,
    crossorigin: 'anonymous',
  });
  return [
    ...(choices.readyTheme ? [toHtml(theme)] : []),
    ...(css ? [`<style>\n${css.replaceAll(/^/gm, '  ')}\n</style>`] : []),
    ...(choices.partsIntegrity
      ? [`<script type="importmap">\n${importMap(folder, parts).replaceAll(/^/gm, '  ')}\n</script>`]
      : []),
    ...[script, ...formMarkup(choices)].map((node) => toHtml(node)),
    '',
  ].join('\n');
}
