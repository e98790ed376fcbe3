// `npm run pictures`: takes a picture of each state in states.ts, and compares it with the one that was accepted. Words
// narrow it to the states whose names contain them. `--review` also writes a page that shows what has changed, `--accept`
// makes what has changed the accepted pictures.
import { rmSync } from 'node:fs';
import { findPinnedBrowser } from '../../../tooling/src/find-browser.js';
import { accept, type Change, describeChange, discard, folder, isSame, names } from './album.js';
import { Camera } from './camera.js';
import { writeReviewPage } from './review-page.js';
import { states } from './states.js';

const given = process.argv.slice(2);
const words = given.filter((argument) => !argument.startsWith('--'));
const accepts = given.includes('--accept');
const wanted = [...states].filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (wanted.length === 0) throw new Error(`No state has a name with ${words.join(' or ')} in it.`);

const browser = await findPinnedBrowser();
if (!browser) {
  console.log(
    'Pictures are not compared here: only the Chromium of @sparticuz/chromium draws them as they were accepted, and that ' +
      `runs on Linux, x64. This is ${process.platform}, ${process.arch}.`,
  );
  process.exit();
}

rmSync(folder, { recursive: true, force: true });
const camera = await Camera.open(browser);
const changes: Change[] = [];
const lost: string[] = [];
const taken = new Set<string>();
const queue = [...wanted];
async function work(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, state] = next;
    try {
      for (const [picture, png] of await camera.take(name, state, isSame)) {
        taken.add(picture);
        if (isSame(picture, png)) continue;
        changes.push(describeChange(picture, png));
        if (accepts) accept(picture, png);
      }
    } catch (error) {
      lost.push(name);
      console.log(error);
    }
  }
}
await Promise.all([work(), work()]);
await camera.close();

for (const { name, what } of changes) console.log(`${name} ${what}${accepts ? ': accepted' : ''}`);
const gone = words.length > 0 || lost.length > 0 ? [] : names().filter((name) => !taken.has(name));
for (const name of gone) {
  if (accepts) discard(name);
  console.log(`${name} is of no state${accepts ? ': deleted' : ''}`);
}
if (changes.length > 0 && given.includes('--review')) console.log(`Look at ${writeReviewPage(changes)}`);
else if (changes.length > 0 && !accepts) console.log('To see it: npm run pictures -- --review');
const failed = lost.length + (accepts ? 0 : changes.length + gone.length);
console.log(
  `\npictures: ${String(taken.size - (accepts ? 0 : changes.length))} passed, ${String(failed)} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
