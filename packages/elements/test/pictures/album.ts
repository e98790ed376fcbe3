import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const accepted = fileURLToPath(new URL('accepted/', import.meta.url));
/** Where what is new is put, to be looked at. */
export const folder = fileURLToPath(new URL('dist/', import.meta.url));

/** What has changed in a picture. */
export interface Change {
  readonly name: string;
  /** In words. */
  readonly what: string;
}

const fileOf = (name: string) => path.join(accepted, `${name}.png`);

/** Without the filters of PNG, which are for photographs. */
const write = (file: string, png: PNG): void =>
  writeFileSync(
    file,
    PNG.sync.write(png, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 }),
  );

/** The picture that was accepted, if there is one. */
export function before(name: string): PNG | undefined {
  return existsSync(fileOf(name)) ? PNG.sync.read(readFileSync(fileOf(name))) : undefined;
}

/** The names of all accepted pictures. */
export const names = (): string[] =>
  existsSync(accepted)
    ? readdirSync(accepted)
        .filter((file) => file.endsWith('.png'))
        .map((file) => file.replace(/\.png$/, ''))
    : [];

/** Whether a picture looks as the accepted one. */
export function isSame(name: string, after: PNG): boolean {
  const old = before(name);
  return old?.width === after.width && old.height === after.height && difference(old, after).count === 0;
}

/** Says what has changed, and puts before, after and difference into the folder. */
export function describeChange(name: string, after: PNG): Change {
  mkdirSync(folder, { recursive: true });
  write(path.join(folder, `${name}.after.png`), after);
  const old = before(name);
  if (!old) return { name, what: 'is new' };
  write(path.join(folder, `${name}.before.png`), old);
  if (old.width !== after.width || old.height !== after.height)
    return { name, what: `was ${sizeOf(old)} and is ${sizeOf(after)} pixels` };
  const { count, picture } = difference(old, after);
  write(path.join(folder, `${name}.difference.png`), picture);
  return { name, what: `differs in ${String(count)} pixels, ${placeOf(old, after)}` };
}

/** Makes a picture the accepted one. */
export function accept(name: string, picture: PNG): void {
  mkdirSync(accepted, { recursive: true });
  write(fileOf(name), picture);
}

/** Throws away an accepted picture. */
export const discard = (name: string): void => rmSync(fileOf(name));

const sizeOf = ({ width, height }: PNG) => `${String(width)} × ${String(height)}`;

function difference(old: PNG, { data }: PNG): { count: number; picture: PNG } {
  const { width, height } = old;
  const picture = new PNG({ width, height });
  return { count: pixelmatch(old.data, data, picture.data, width, height, { threshold: 0.1 }), picture };
}

/** The box around everything that differs. */
function placeOf({ width, data: old }: PNG, { data }: PNG): string {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let index = 0; index < data.length; index += 1) {
    if (old[index] === data[index]) continue;
    const pixel = Math.floor(index / 4);
    left = Math.min(left, pixel % width);
    right = Math.max(right, pixel % width);
    top = Math.min(top, Math.floor(pixel / width));
    bottom = Math.floor(pixel / width);
  }
  return `between ${String(left)},${String(top)} and ${String(right)},${String(bottom)}`;
}
