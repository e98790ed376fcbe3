import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

describe('the tests in a browser', () => {
  it('tell of a failure that compared elements', () => {
    const { stdout, status } = spawnSync(
      'npx',
      ['wtr', '--files', 'packages/tooling/test/compares-elements.ts'],
      { cwd: fileURLToPath(new URL('../../..', import.meta.url)), encoding: 'utf8' },
    );
    expect(stdout)
      .to.include('browser: 0 passed, 1 failed')
      .and.match(/expected <head>.* to equal <body>/s);
    expect(status).to.equal(1);
  });
});
