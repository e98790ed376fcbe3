import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Does something at intervals, but only while a person can see the element: it is in the viewport, and its page is the
 * one in front. What fell due meanwhile is done once, when it is seen again.
 */
export class VisibleInterval implements ReactiveController {
  #period = 0;
  #last = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inView = false;
  #observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly tick: () => void,
  ) {
    host.addController(this);
  }

  /** Sets the interval in milliseconds; 0 stops. */
  every(period: number): void {
    if (period === this.#period) return;
    this.#period = period;
    this.#schedule();
  }

  /** Begins the interval anew: it was done just now. */
  restart(): void {
    this.#last = Date.now();
    this.#schedule();
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#inView = entries.at(-1)?.isIntersecting ?? false;
      this.#schedule();
    });
    this.#observer.observe(this.host);
    document.addEventListener('visibilitychange', this.#schedule);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#inView = false;
    document.removeEventListener('visibilitychange', this.#schedule);
    this.#schedule();
  }

  readonly #schedule = (): void => {
    clearTimeout(this.#timer);
    if (this.#period === 0 || !this.#inView || document.visibilityState === 'hidden') return;
    this.#timer = setTimeout(
      () => {
        this.restart();
        this.tick();
      },
      Math.max(0, this.#last + this.#period - Date.now()),
    );
  };
}
