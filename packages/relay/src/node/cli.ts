#!/usr/bin/env node
import { sendCommand } from './control-socket.js';
import { loadForms } from './forms-file.js';
import { reviewDirectly, run } from './run.js';
import type { ReviewAnswer, ReviewCommand } from './review.js';
import { readSettings, usage } from './settings.js';

const places = { quarantine: 'QUARANTINED', 'dead-letters': 'DEAD' } as const;
const verbs = { list: 'list', release: 'resume', replay: 'resume', discard: 'discard' } as const;

function isKey<Table extends object>(
  key: string | undefined,
  table: Table,
): key is Extract<keyof Table, string> {
  return key !== undefined && Object.hasOwn(table, key);
}

/** The review command that the words ask for. */
function reviewCommand(
  [place, verb, ...receipts]: readonly string[],
  all: boolean,
): ReviewCommand | undefined {
  if (!isKey(place, places) || !isKey(verb, verbs)) return undefined;
  const from = places[place];
  if (verb === 'list') return { do: 'list', from };
  if (!all && receipts.length === 0) throw new Error('Name the receipts, or give --all.');
  return { do: verbs[verb], from, receipts: all ? 'all' : receipts };
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { command, help, all } = settings;
  if (help) {
    console.log(usage);
    return;
  }
  const asked = reviewCommand(command, all);
  if (asked) {
    // a running relay holds the data directory and does it itself
    const remote = settings.databaseUrl === undefined ? await sendCommand(settings.data, asked) : undefined;
    const answer = remote ? (remote.value as ReviewAnswer) : await reviewDirectly(settings, asked);
    const lines = 'leads' in answer ? answer.leads : [answer];
    for (const line of lines) console.log(JSON.stringify(line));
    return;
  }
  if (command[0] === 'check' && command.length === 1) {
    const forms = await loadForms(settings.config);
    console.log(`${settings.config}: ${forms.size === 1 ? 'one form' : `${forms.size} forms`}, no mistakes.`);
    return;
  }
  if (command.length > 0)
    throw new Error(`Unknown command "${command.join(' ')}". See fluenzr-relay --help.`);
  const serving = await run(settings);
  const stop = () => {
    serving.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
