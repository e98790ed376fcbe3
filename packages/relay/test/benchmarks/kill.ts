// kill -9 at random moments under load: --kills 200 --seed 1
import { buildProgram } from '../child-relay.js';
import { killTrial } from '../kill-trial.js';
import { option } from './options.js';

const program = await buildProgram();
try {
  const kills = option('kills', 200);
  const { accepted, lost, doubled } = await killTrial({
    program: program.file,
    kills,
    seed: option('seed', 1),
  });
  console.log(`${kills} kills, ${accepted} leads accepted: ${lost.length} lost, ${doubled.length} doubled`);
  process.exitCode = lost.length + doubled.length > 0 ? 1 : 0;
} finally {
  program.remove();
}
