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
}

/**
 * Reads which lead-form script was built.
 *
 * @throws Error that says what to do, where the scripts were not built
 */
export async function readBuiltScript(): Promise<BuiltScript> {
  const response = await fetch('./integrity.json');
  const { scripts = {}, integrity = {} } = (
    response.headers.get('content-type')?.includes('json') ? await response.json() : {}
  ) as { scripts?: Record<string, string>; integrity?: Record<string, string> };
  const file = scripts['lead-form'] ?? '';
  const hash = integrity[file];
  if (!hash) throw new Error('There is no integrity.json beside this page: run npm run build:script first.');
  return { file, integrity: hash };
}

/** What is pasted into a page: the look, the script, the form. */
export function embedCode(choices: Choices, { file, integrity }: BuiltScript): string {
  const css = lookCss(choices);
  const script = markup('script', {
    type: 'module',
    src: `${choices.scripts.replace(/\/*$/, '/')}${file}`,
    integrity,
    crossorigin: 'anonymous',
  });
  return [
    ...(css ? [`<style>\n${css.replaceAll(/^/gm, '  ')}\n</style>`] : []),
    ...[script, ...formMarkup(choices)].map((node) => toHtml(node)),
    '',
  ].join('\n');
}
