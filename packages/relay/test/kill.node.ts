import { expect } from 'chai';
import { buildProgram } from './child-relay.js';
import { killTrial } from './kill-trial.js';

describe('a relay that is killed', () => {
  it('at random moments under load keeps every lead that it accepted, and brings each once', async () => {
    const program = await buildProgram();
    try {
      const { accepted, lost, doubled } = await killTrial({ program: program.file, kills: 5, seed: 7 });
      expect(accepted).to.be.greaterThan(5);
      expect({ lost, doubled }).to.deep.equal({ lost: [], doubled: [] });
    } finally {
      program.remove();
    }
  });
});
