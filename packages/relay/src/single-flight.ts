/**
 * Runs a job one at a time. Called while it runs, it runs once more afterwards, so that nothing that was due at the call is
 * left; all callers wait for the end.
 */
export function singleFlight(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let calls = 0;
  const run = async () => {
    try {
      for (let served = 0; served < calls;) {
        served = calls;
        await job();
      }
    } finally {
      running = undefined;
      calls = 0;
    }
  };
  return () => {
    calls += 1;
    return (running ??= run());
  };
}
