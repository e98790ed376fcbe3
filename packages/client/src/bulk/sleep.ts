import { abortable } from '../transport/abort.js';

/** Waits so many milliseconds, or until the signal ends the wait with an `AbortError`. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  return abortable(
    signal,
    () => new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds))),
  ).finally(() => clearTimeout(timer));
}
