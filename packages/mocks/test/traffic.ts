/** One request of a test, and its answer. */
export interface Traffic {
  method: string;
  /** Below `/api/v1`, with the query. */
  path: string;
  sent: Headers;
  sentText: string | undefined;
  status: number;
  received: Headers;
  text: string;
}

let observer: ((traffic: Traffic) => void) | null = null;

/** Lets somebody see all requests of the suites; what it throws fails the test. */
export function observe(check: (traffic: Traffic) => void): void {
  observer = check;
}

/** Shows a request and its answer to whoever observes. */
export function observed(traffic: Traffic): void {
  observer?.(traffic);
}
