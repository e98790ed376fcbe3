import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Forms } from '../forms.js';
import { inspectForms } from '../inspect.js';
import { jsonLog, type Log } from '../log.js';
import type { MailSender } from '../mail.js';
import { createRelay, type Relay } from '../relay.js';
import { openStore, type Store } from '../store/store.js';
import { consoleMail } from './console-mail.js';
import { type DataDirectory, openDataDirectory } from './data-directory.js';
import { loadForms, watchFile } from './forms-file.js';
import { takesMail } from './mail-exchange.js';
import { openPostgres } from './postgres.js';
import { review, ReviewCommand } from './review.js';
import { requireSettings } from './require-settings.js';
import { serve, type Serving } from './server.js';
import { printedMails, type Settings } from './settings.js';
import { smtp } from './smtp.js';

/** An open store, and the commands' way into this process where it has the store to itself. */
export async function openSettingsStore({
  databaseUrl,
  data,
}: Settings): Promise<{ store: Store; control: DataDirectory['control'] | undefined }> {
  if (databaseUrl !== undefined)
    return { store: await openStore(await openPostgres(databaseUrl)), control: undefined };
  const { database, control } = await openDataDirectory(data);
  return { store: await openStore(database), control };
}

/**
 * Runs a relay from its settings until it is stopped: opens the store, serves, and reads the forms anew when their file
 * changes. Forms with mistakes are refused as a whole, and the present ones stay.
 *
 * @throws Error that says what is missing or wrong.
 */
export async function run(settings: Settings): Promise<Serving> {
  const { baseUrl, apiKey, config, publicUrl, secret } = settings;
  const log = jsonLog((line) => console.log(line));
  let forms = await loadForms(config);
  requireSettings(settings, forms);
  const upstream = { baseUrl, apiKey };
  const mail = mailSender(settings);
  if (settings.databaseUrl === undefined && !existsSync(settings.data)) {
    log.info('making_data_folder', {
      folder: path.resolve(settings.data),
      meaning: 'The first start makes an embedded database, which can take half a minute.',
    });
  }
  const { store, control } = await openSettingsStore(settings);
  try {
    if (control) await store.leads.hasten(Date.now());
    const relay = createRelay({
      forms,
      upstream,
      store,
      mail,
      publicUrl,
      secret,
      // a mail that is only printed reaches every domain
      takesMail: settings.smtpUrl === printedMails ? undefined : takesMail,
      limit: { max: settings.limit, seconds: 60 },
      disposableDomains: await readDomains(settings.disposableDomains),
      log,
    });
    const serving = await serve(relay, { ...settings, log });
    const metrics =
      settings.metricsPort === undefined ? undefined : await serveMetrics(relay, settings.metricsPort, log);
    const reload = async () => {
      try {
        const changed = await loadForms(config);
        requireSettings(settings, changed);
        relay.setForms(changed);
        forms = changed;
        log.info('forms_loaded', { forms: [...forms.keys()] });
        await inspectForms(forms, upstream, log);
      } catch (error) {
        log.error('forms_refused', { message: (error as Error).message });
      }
    };
    const unwatch = watchFile(config, () => void reload());
    control?.serve(async (command) => {
      const answer = await review(ReviewCommand.parse(command), store, forms, Date.now);
      void relay.work();
      return answer;
    });
    log.info('started', { url: serving.url, forms: [...forms.keys()], publicUrl });
    void inspectForms(forms, upstream, log);
    return {
      url: serving.url,
      async stop() {
        unwatch();
        metrics?.();
        await serving.stop();
        await store.close();
        log.info('stopped');
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Does a review command where no relay is running, or on the shared database. */
export async function reviewDirectly(settings: Settings, command: ReviewCommand) {
  const forms: Forms = await loadForms(settings.config);
  const { store } = await openSettingsStore(settings);
  try {
    return await review(command, store, forms, Date.now);
  } finally {
    await store.close();
  }
}

function mailSender({ smtpUrl, mailFrom }: Settings): MailSender | undefined {
  if (smtpUrl === undefined) return undefined;
  return smtpUrl === printedMails ? consoleMail : smtp(smtpUrl, mailFrom);
}

async function readDomains(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/).map((line) => line.trim().toLowerCase());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Metrics are for a monitor on the same machine: they are on a port of their own, which no visitor reaches. */
async function serveMetrics(relay: Relay, port: number, log: Log): Promise<() => void> {
  const server = createServer((_, response) => {
    relay.metrics().then(
      (text) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  log.info('metrics', { port: (server.address() as AddressInfo).port });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
