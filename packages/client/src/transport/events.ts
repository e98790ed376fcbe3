/**
 * Watches a client: called before each try, it may return a function that hears how the try ended: with an answer,
 * whatever its status, or with an error after which the call waits `delay` milliseconds and tries again.
 */
export type Observe = (
  request: Request,
  attempt: number,
) => ((outcome: Response | Error, delay?: number) => void) | undefined;
