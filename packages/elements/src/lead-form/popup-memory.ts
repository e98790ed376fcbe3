/** A number of days, such as `7d`. */
const period = /^(\d+)d$/;

/**
 * Remembers on this device when a form has opened by itself, so that it does not do so again too soon, and never after
 * it was sent. Where nothing can be stored, it knows of this page view only.
 */
export class PopupMemory {
  readonly #key: string;
  #value: string | null = null;

  /** @param form id of the form, which may stand on several pages */
  constructor(form: string) {
    this.#key = `fluenzr-popup:${form}`;
    try {
      this.#value = localStorage.getItem(this.#key);
    } catch {
      // blocked
    }
  }

  /** Whether the form may open by itself: never again after the first time, or after so many days. */
  allows(again: string | null): boolean {
    if (this.#value === null) return true;
    if (again !== null && !period.test(again))
      console.error(
        `<fluenzr-lead-form opens-again="${again}"> means nothing: give a number of days, such as 7d.`,
      );
    const days = Number(period.exec(again ?? '')?.[1]);
    return Math.abs(Date.now() - Number(this.#value)) >= days * 86_400_000;
  }

  opened(): void {
    this.#store(String(Date.now()));
  }

  sent(): void {
    this.#store('sent'); // no time is far enough from it
  }

  #store(value: string): void {
    if (this.#value === 'sent') return;
    this.#value = value;
    try {
      localStorage.setItem(this.#key, value);
    } catch {
      // blocked or full
    }
  }
}
