import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Change, folder } from './album.js';

const escape = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

const figure = (name: string, which: string): string => {
  const file = `${name}.${which}.png`;
  return existsSync(path.join(folder, file))
    ? `<figure><figcaption>${which}</figcaption><img src="${escape(file)}" alt=""></figure>`
    : '';
};

/** Writes a page that shows each change: before, after and difference side by side. Gives its path. */
export function writeReviewPage(changes: readonly Change[]): string {
  const file = path.join(folder, 'review.html');
  const sections = changes.map(
    ({ name, what }) => `<section>
      <h2>${escape(name)}</h2>
      <p>${escape(what)}</p>
      <div>${['before', 'after', 'difference'].map((which) => figure(name, which)).join('')}</div>
    </section>`,
  );
  writeFileSync(
    file,
    `<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Changed pictures</title>
      <style>
        body { margin: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
        h2 { margin: 2rem 0 0; font-size: 1.1rem; }
        p { margin: 0 0 0.5rem; }
        div { display: flex; flex-wrap: wrap; gap: 1rem; }
        figure { margin: 0; }
        img { border: 1px solid #8888; max-inline-size: 100%; }
      </style>
      <h1>Changed pictures: ${String(changes.length)}</h1>
      <p>If all of it is meant: <code>npm run pictures -- --accept</code></p>
      ${sections.join('\n')}
    </html>`,
  );
  return file;
}
