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

/**
 * The median times of two functions in seconds, run in turn, so that a machine whose speed drifts treats both alike.
 */
export function race(ours: () => unknown, other: () => unknown, rounds = 15): [ours: number, other: number] {
  const times: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    for (const [index, run] of [ours, other].entries()) {
      const started = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(started);
      if (round >= 0) times[index]?.push((user + system) / 1e6); // the first rounds only warm up
    }
  }
  return [median(times[0]), median(times[1])];
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Prints figures as a table, and ends the process with an error when one is beyond its limit. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title} (node ${process.version}, ${process.arch}; CPU seconds, medians of one run)\n`);
  for (const { name, ours, other, otherName, atMost } of figures) {
    const ratio = ours / other;
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
