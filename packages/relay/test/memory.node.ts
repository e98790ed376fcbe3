import { expect } from 'chai';
import { heapAfter } from './heap.js';
import { memoryStore } from './world.js';

describe('memory', () => {
  it('does not grow with the number of submissions', async () => {
    const { store } = await memoryStore();
    const heaps = await heapAfter([300, 500, 500, 500, 500], { store });
    await store.close();
    // code that gets warm grows the heap now and then; what stays of each submission would grow it with every batch
    const steps = heaps.slice(1).map((heap, index) => heap - (heaps[index] ?? 0));
    expect(Math.min(...steps), `grew by ${steps.join(', ')} bytes`).to.be.lessThan(200_000);
  });
});
