// `npm run trials`: what becomes of leads in a real browser when everything that can go wrong does. Each trial is a visitor
// with a device of its own; page, relay, its store and FluenzR are real but for the latter, which is in memory. Beside ours
// run the two ways of others. `npm run trials -- 2` makes 2 trials a row instead of 8; a further word narrows the rows.
import os from 'node:os';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';
import { type Row, rows } from './delivery/rows.js';
import { type Program, Site } from './delivery/site.js';
import { Trial } from './delivery/trial.js';
import { report } from './report.js';

const [trials = '8', only = ''] = process.argv.slice(3);

/** Milliseconds that a lead has to arrive. Ours may wait for another page's try to run out; others try at once or never. */
const patience: Record<Program, number> = {
  'lead-form': 60_000,
  'fetch-once': 3000,
  'store-on-failure': 3000,
};

/** Milliseconds in which a lead that has arrived could still come a second time. */
const aftermath = 3000;

interface Result {
  sent: number;
  lost: number;
  doubled: number;
}

const { executablePath, env, args } = await findBrowser();
const launch = { executablePath, env, args };
const browser = await chromium.launch(launch);
const site = await Site.start();

async function run(row: Row, number: number, program: Program): Promise<Result> {
  const result: Result = { sent: 0, lost: 0, doubled: 0 };
  const running: Trial[] = [];
  for (let count = 0; count < Number(trials); count += 1) {
    const trial = await Trial.begin(
      browser,
      launch,
      site,
      program,
      `${program}-${String(number)}-${String(count)}`,
    );
    running.push(trial);
    site.turns.set(trial.name, [...(row.turns ?? [])]);
    await row.act(trial);
  }
  await Promise.all(
    running.map(async (trial) => {
      result.sent += trial.sent.length;
      if (row.givenUp) {
        result.lost += trial.sent.length - (await row.givenUp(trial));
        return;
      }
      const arrived = await Promise.all(trial.sent.map((email) => site.arrived(email, patience[program])));
      result.lost += arrived.filter((each) => !each).length;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, aftermath));
  for (const trial of running) {
    result.doubled += trial.sent.filter((email) => site.isDoubled(email)).length;
    await trial.end();
  }
  return result;
}

const cell = ({ lost, doubled }: Result): string =>
  [...(lost ? [`${String(lost)} lost`] : []), ...(doubled ? [`${String(doubled)} doubled`] : [])].join(
    ', ',
  ) || '0';

const versions = (browser: Browser): string =>
  `Chromium ${browser.version()}, node ${process.version}, ${os.cpus()[0]?.model ?? os.arch()} (${String(os.availableParallelism())} cores), ${new Date().toISOString().slice(0, 10)}`;

console.log(`\nLeads lost or doubled, of those sent or saved (${versions(browser)})\n`);
console.log(`| ${'what happens'.padEnd(46)} | sent | ours | fetch once | store on failure |`);
console.log(`| ${'-'.repeat(46)} | ---: | ---: | ---: | ---: |`);
for (const [number, row] of rows.entries()) {
  if (!row.name.includes(only)) continue;
  const ours = await run(row, number, 'lead-form');
  const others: string[] = [];
  for (const program of ['fetch-once', 'store-on-failure'] as const)
    others.push(row.oursOnly ? '' : cell(await run(row, number, program)));
  report({
    name: row.name,
    figures: {
      sent: ours.sent,
      ours: cell(ours),
      'fetch once': others[0] ?? '',
      'store on failure': others[1] ?? '',
    },
    limit: 'none lost, none doubled',
  });
  console.log(`| ${row.name.padEnd(46)} | ${String(ours.sent)} | ${cell(ours)} | ${others.join(' | ')} |`);
  if (ours.lost + ours.doubled > 0) process.exitCode = 1;
}
await browser.close();
await site.stop();
