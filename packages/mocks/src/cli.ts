#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { createMockBackend, type MockBackend } from './backend.js';

const usage = `fluenzr-mocks: the FluenzR backend in memory, over HTTP.

  --port <number>      where to listen on 127.0.0.1 (default: 4010; 0 takes a free port)
  --seed <text>        decides ids and the story (default: fluenzr)
  --contacts <number>  contacts of the agency that it holds at the start (default: 600; 0 for an empty backend)
  --persist <file>     keeps everything in this file, and takes up what is in it
  --help               says this`;

const { values } = readArguments();
if (values.help) console.log(usage);
else await serve();

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: 'fluenzr' },
        contacts: { type: 'string', default: '600' },
        persist: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(error);
  }
}

async function serve(): Promise<void> {
  try {
    const contacts = wholeNumber('contacts', values.contacts, 1_000_000);
    const port = wholeNumber('port', values.port, 65_535);
    const backend = createMockBackend({
      seed: values.seed,
      clock: 'real',
      ...(contacts > 0 && { scenario: 'agency', contacts }),
    });
    const restored = values.persist !== undefined && (await backend.persist(values.persist));
    const { url } = await backend.listen(port);
    console.log('FluenzR mock backend. For the SDK and the relay:');
    console.log(`FLUENZR_BASE_URL=${url}`);
    console.log(`FLUENZR_API_KEY=${backend.apiKey}`);
    sayWhatHappens(backend);
    console.log(restored ? `Taken up from ${values.persist}.` : `Started with ${contacts} contacts.`);
  } catch (error) {
    fail(error);
  }
}

/** A line for each contact that is enrolled from now on, and for each mail that is sent. */
function sayWhatHappens(backend: MockBackend): void {
  backend.changes.subscribe(({ at, kind, id, action, contactId, campaignId }) => {
    if (action !== 'created') return;
    if (kind === 'enrollment') console.log(`${at} ${contactId} enrolled in ${campaignId}`);
    const mail = kind === 'mail' && backend.inbox.findLast((mail) => mail.id === id);
    if (mail) console.log(`${at} mail to ${mail.to}: ${mail.subject}`);
  });
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= most) return number;
  throw new TypeError(`--${name} is "${text}": give a whole number, ${most} at most.`);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  console.error('See fluenzr-mocks --help.');
  process.exit(1);
}
