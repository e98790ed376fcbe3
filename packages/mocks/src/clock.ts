/** How the mock backend's time goes: it stands still until advanced, or it follows the machine's clock. */
export type ClockMode = 'virtual' | 'real';

/** The backend's time. Advancing a real clock puts it ahead of the machine's. */
export class Clock {
  readonly mode: ClockMode;
  #time: number; // virtual: the time itself; real: how far it is ahead of the machine
  #text = '';
  #textOf = Number.NaN;

  constructor(mode: ClockMode, start: number) {
    this.mode = mode;
    this.#time = mode === 'virtual' ? start : start - Date.now();
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.mode === 'virtual' ? this.#time : Date.now() + this.#time;
  }

  /** Sets the time. It may go back, which restoring a snapshot does. */
  set(time: number): void {
    this.#time = this.mode === 'virtual' ? time : time - Date.now();
  }

  /** Now, as the API writes it: `2026-11-23T09:24:06.000Z`. */
  timestamp(): string {
    const now = this.now();
    if (now !== this.#textOf) {
      this.#text = new Date(now).toISOString(); // costs more than all else about a row: made once an instant
      this.#textOf = now;
    }
    return this.#text;
  }
}
