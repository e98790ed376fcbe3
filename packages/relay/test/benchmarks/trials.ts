// `npm run trials:relay`: kill -9 at random moments under load, of a relay with a data folder, and of one of two relays
// that share a PostgreSQL. `-- --kills 200 --seed 1`
import { buildProgram } from '../child-relay.js';
import { killTrial } from '../kill-trial.js';
import { startPostgres } from '../real-postgres.js';
import { option } from './options.js';

const kills = option('kills', 200);
const seed = option('seed', 1);
const program = await buildProgram();
const server = await startPostgres();
try {
  for (const [name, databaseUrl] of [
    ['one relay, data folder', undefined],
    ['two relays, one PostgreSQL', server.url],
  ] as const) {
    const { accepted, lost, doubled } = await killTrial({
      program: program.file,
      kills,
      seed,
      ...(databaseUrl !== undefined && { databaseUrl }),
    });
    console.log(
      `${name.padEnd(28)} ${kills} kills, ${accepted} leads accepted: ${lost.length} lost, ${doubled.length} doubled`,
    );
    if (lost.length + doubled.length > 0) process.exitCode = 1;
  }
} finally {
  await server.stop();
  program.remove();
}
