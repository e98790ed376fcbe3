import { report } from './report.js';

/** One measured figure, beside what it is compared with in the same run. */
export interface Figure {
  name: string;
  /** Ours, and the other's, in the same unit (seconds, bytes): lower is better. */
  ours: number;
  other: number;
  otherName: string;
  /** The highest ratio of ours to the other that is acceptable, where there is one. */
  atMost?: number;
}

/** The medians of the CPU seconds of some works, run in turn, so that a machine whose speed drifts treats all alike. */
export async function race(...works: (() => unknown)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = -3; round < 15; round += 1) {
    for (const [index, work] of works.entries()) {
      const started = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(started);
      if (round >= 0) times[index]?.push((user + system) / 1e6); // the first rounds only warm up
    }
  }
  return times.map(median);
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Prints figures as a table, and ends the process with an error when one is beyond its limit. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title} (node ${process.version}, ${process.arch}; CPU seconds, medians of one run)\n`);
  for (const { name, ours, other, otherName, atMost } of figures) {
    const ratio = ours / other;
    report({
      name,
      figures: {
        'ours, CPU s': ours.toPrecision(3),
        'beside, CPU s': other.toPrecision(3),
        beside: otherName,
        ratio: ratio.toFixed(2),
      },
      ...(atMost !== undefined && { limit: `ratio ${String(atMost)}` }),
    });
    const verdict =
      atMost === undefined
        ? ''
        : ratio <= atMost
          ? `  (at most ${String(atMost)})`
          : `  BEYOND ${String(atMost)}`;
    console.log(
      `${name.padEnd(44)}${ours.toPrecision(3).padStart(10)}${other.toPrecision(3).padStart(10)} ${otherName.padEnd(26)}${ratio.toFixed(2).padStart(6)}${verdict}`,
    );
    if (atMost !== undefined && ratio > atMost) process.exitCode = 1;
  }
}
