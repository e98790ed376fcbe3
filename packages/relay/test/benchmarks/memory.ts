// Memory over many submissions, run with --expose-gc: --submissions 1000000
import { heapAfter } from '../heap.js';
import { option } from './options.js';

const submissions = option('submissions', 1_000_000);
const steps = 10;
await heapAfter(
  Array.from({ length: steps }, () => Math.ceil(submissions / steps)),
  (sent, heap) => {
    const resident = process.memoryUsage.rss() / 1e6;
    console.log(
      `${String(sent).padStart(9)} submissions: heap ${(heap / 1e6).toFixed(1)} MB, process ${resident.toFixed(0)} MB`,
    );
  },
);
