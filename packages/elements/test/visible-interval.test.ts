import { expect } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { VisibleInterval } from '../src/visible-interval.js';
import { until } from './group-stats-data.js';

/** An element as far as a controller needs one. */
class Host extends HTMLElement implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  controller: ReactiveController | undefined;
  addController(controller: ReactiveController): void {
    this.controller = controller;
  }
  removeController(): void {
    this.controller = undefined;
  }
  requestUpdate(): void {
    this.toggleAttribute('updated');
  }
  connectedCallback(): void {
    this.controller?.hostConnected?.();
  }
  disconnectedCallback(): void {
    this.controller?.hostDisconnected?.();
  }
}
customElements.define('visible-interval-host', Host);

describe('VisibleInterval', () => {
  const { setTimeout: ownSet, clearTimeout: ownClear } = globalThis;
  const due = new Map<number, { run: () => void; wait: number }>();
  let ticks: number;
  let host: Host;
  let interval: VisibleInterval;
  let visibility: DocumentVisibilityState;

  // timers that go off when the test says so
  beforeEach(() => {
    let id = 0;
    due.clear();
    globalThis.setTimeout = ((run: () => void, wait: number) => {
      due.set((id += 1), { run, wait });
      return id;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = (handle) => void due.delete(handle as unknown as number);
    visibility = 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
    ticks = 0;
    host = new Host();
    host.style.display = 'block';
    host.style.height = '10px';
    interval = new VisibleInterval(host, () => (ticks += 1));
  });
  afterEach(() => {
    host.remove();
    globalThis.setTimeout = ownSet;
    globalThis.clearTimeout = ownClear;
    Reflect.deleteProperty(document, 'visibilityState');
  });

  const show = (state: DocumentVisibilityState) => {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const goOff = () => {
    for (const [id, { run }] of [...due]) {
      due.delete(id);
      run();
    }
  };

  it('ticks again and again while it is in view', async () => {
    interval.every(60_000);
    document.body.append(host);
    await until(() => due.size === 1);
    expect([...due.values()][0]?.wait).to.be.within(1, 60_000);
    goOff();
    goOff();
    expect(ticks).to.equal(2);
  });

  it('does not while the page is behind another, or the element out of the page', async () => {
    interval.every(60_000);
    document.body.append(host);
    await until(() => due.size === 1);
    show('hidden');
    expect(due.size).to.equal(0);
    show('visible');
    expect(due.size).to.equal(1);
    host.remove();
    expect(due.size).to.equal(0);
  });

  it('does not while the element is out of view', async () => {
    interval.every(60_000);
    document.body.append(host);
    await until(() => due.size === 1);
    host.style.display = 'none';
    await until(() => due.size === 0);
    host.style.display = 'block';
    await until(() => due.size === 1);
  });

  it('stops, and begins anew', async () => {
    interval.every(60_000);
    document.body.append(host);
    await until(() => due.size === 1);
    interval.every(0);
    expect(due.size).to.equal(0);
    interval.every(1000);
    interval.restart();
    expect(due.size).to.equal(1);
    expect([...due.values()][0]?.wait).to.be.within(1, 1000);
  });
});
