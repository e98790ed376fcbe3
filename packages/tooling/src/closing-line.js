// A @web/test-runner reporter that closes the run with one plain line: "browser: N passed, M failed".

/** @returns {import('@web/test-runner').Reporter} */
export function closingLine() {
  return {
    stop({ sessions }) {
      let passed = 0;
      let failed = 0;
      /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
      const count = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.passed) passed += 1;
          else failed += 1; // a skipped test counts as failed: none may be skipped
        }
        for (const child of suite?.suites ?? []) count(child);
      };
      for (const session of sessions) {
        count(session.testResults);
        failed += session.errors.length;
      }
      // on exit, since the progress bar is redrawn after the reporters have stopped
      process.once('exit', () => console.log(`\nbrowser: ${passed} passed, ${failed} failed`));
    },
  };
}
