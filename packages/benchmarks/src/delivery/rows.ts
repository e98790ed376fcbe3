import type { Page } from 'playwright-core';
import type { Turn } from './site.js';
import type { Trial } from './trial.js';

/** One row of the table: what happens to a lead. */
export interface Row {
  name: string;
  /** What stands between page and relay does this with the first requests of each trial. */
  turns?: readonly Turn[];
  /** Acts a trial out, up to where the leads must arrive. */
  act: (trial: Trial) => Promise<unknown>;
  /** Whether the peers' programs have nothing to show here. */
  oursOnly?: true;
  /** Instead of arriving, the lead is given up, and the page is told: how many of its leads were. */
  givenUp?: (trial: Trial) => Promise<number>;
}

const day = 86_400_000;

/** Opens a form, fills it in, sends it, and waits until the visitor is told something. */
async function send(trial: Trial, forms = 1, search = ''): Promise<Page> {
  const page = await trial.open(forms, search);
  await trial.fill(page);
  await trial.submit(page);
  await trial.told(page);
  return page;
}

/** Sends while there is no network, until the visitor is told something. */
async function sendOffline(trial: Trial, page: Page): Promise<void> {
  await trial.setOffline(true);
  await trial.submit(page);
  await trial.told(page);
}

const crash = (milliseconds: number, name: string, turns: readonly Turn[]): Row => ({
  name: `renderer crash ${String(milliseconds)} ms after the submit${name}`,
  turns,
  async act(trial) {
    const page = await trial.open();
    await trial.fill(page);
    await trial.crash(page, milliseconds);
    await trial.open(0);
  },
});

const clockMoved = (name: string, milliseconds: number): Row => ({
  name: `503, then the clock is moved ${name}`,
  turns: [{ status: 503, retryAfter: 600 }],
  oursOnly: true,
  async act(trial) {
    const page = await send(trial);
    await page.close();
    await trial.moveClock(milliseconds);
    await trial.open(0);
  },
});

/** All that can happen to a lead, as far as we have seen. */
export const rows: readonly Row[] = [
  {
    name: '503 twice',
    turns: [{ status: 503 }, { status: 503 }],
    act: (trial) => send(trial),
  },
  {
    name: '429 twice',
    turns: [
      { status: 429, retryAfter: 1 },
      { status: 429, retryAfter: 2 },
    ],
    act: (trial) => send(trial),
  },
  {
    name: 'accepted, answer lost',
    turns: ['answer lost'],
    async act(trial) {
      await send(trial);
      await trial.open(0); // whatever waits on the device goes out
    },
  },
  {
    name: 'offline, tab closed, back later',
    async act(trial) {
      const page = await trial.open();
      await trial.fill(page);
      await sendOffline(trial, page);
      await page.close();
      await trial.setOffline(false);
      await trial.open(0);
    },
  },
  {
    name: 'back later, where 503 is the first answer',
    turns: [{ status: 503 }],
    async act(trial) {
      const page = await trial.open();
      await trial.fill(page);
      await sendOffline(trial, page);
      await page.close();
      await trial.setOffline(false);
      await trial.open(0);
    },
  },
  {
    name: 'offline in 3 tabs, online together',
    async act(trial) {
      const pages = [await trial.open(), await trial.open(), await trial.open()];
      for (const page of pages) await trial.fill(page);
      for (const page of pages) await sendOffline(trial, page);
      await trial.setOffline(false);
    },
  },
  crash(3, '', []),
  crash(40, '', []),
  crash(3, ', request lost', ['no answer']),
  crash(40, ', request lost', ['no answer']),
  {
    name: 'navigation during the send',
    turns: ['no answer'],
    async act(trial) {
      const page = await trial.open();
      await trial.fill(page);
      await trial.submit(page);
      await trial.visit(page);
    },
  },
  {
    name: 'saved, then the whole browser killed',
    turns: [{ status: 503 }, { status: 503 }],
    async act(trial) {
      await trial.ownBrowser();
      await send(trial);
      await trial.killBrowser();
      await trial.open(0);
    },
  },
  {
    name: 'storage blocked, answer lost',
    turns: ['answer lost'],
    act: (trial) => send(trial, 1, '?blocked'),
  },
  {
    name: 'storage full, 503 once',
    turns: [{ status: 503 }],
    async act(trial) {
      const page = await trial.open();
      await trial.fillStorage(page);
      await trial.fill(page);
      await trial.submit(page);
      await trial.told(page);
    },
  },
  clockMoved('a day back', -day),
  clockMoved('a day on', day),
  {
    name: 'two copies of the script, answer lost',
    turns: ['answer lost'],
    oursOnly: true,
    act: (trial) => send(trial, 1, '?copy'),
  },
  {
    name: '50 at once, offline; then 429 from the relay',
    async act(trial) {
      const page = await trial.open(50, '?form=frm_busy');
      await trial.fill(page);
      await sendOffline(trial, page);
      await trial.setOffline(false);
    },
  },
  {
    name: 'a week without a network: given up, and told',
    turns: [{ status: 503, retryAfter: 600 }],
    oursOnly: true,
    async act(trial) {
      const page = await send(trial);
      await page.close();
      await trial.moveClock(7 * day);
    },
    async givenUp(trial) {
      const page = await trial.open(0);
      await page.waitForFunction(() => document.documentElement.dataset.expired);
      return page.evaluate(() => Number(document.documentElement.dataset.expired));
    },
  },
];
