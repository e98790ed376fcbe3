type Labels = Readonly<Record<string, string>>;

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const label = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};

/** What the relay counts, for a monitor to fetch. */
export class Metrics {
  readonly #counters = new Map<string, Map<string, number>>();
  readonly #buckets = bounds.map(() => 0);
  #seconds = 0;
  #requests = 0;

  /** Counts an event. Labels come from fixed sets and form ids, so that their number stays small. */
  count(name: string, labels: Labels): void {
    const series = this.#counters.get(name) ?? new Map<string, number>();
    this.#counters.set(name, series);
    series.set(label(labels), (series.get(label(labels)) ?? 0) + 1);
  }

  /** Records how long a submission took, in milliseconds. */
  took(milliseconds: number): void {
    this.#requests += 1;
    this.#seconds += milliseconds / 1000;
    bounds.forEach((bound, index) => {
      if (milliseconds / 1000 <= bound) this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
    });
  }

  /**
   * Everything in Prometheus' text format.
   *
   * @param gauges values of this moment, such as the number of leads that wait
   */
  text(gauges: readonly { name: string; labels: Labels; value: number }[] = []): string {
    const lines: string[] = [];
    for (const [name, series] of this.#counters) {
      lines.push(`# TYPE fluenzr_relay_${name}_total counter`);
      for (const [labels, value] of series) lines.push(`fluenzr_relay_${name}_total${labels} ${value}`);
    }
    for (const name of new Set(gauges.map((gauge) => gauge.name))) {
      lines.push(`# TYPE fluenzr_relay_${name} gauge`);
      for (const gauge of gauges.filter((gauge) => gauge.name === name)) {
        lines.push(`fluenzr_relay_${name}${label(gauge.labels)} ${gauge.value}`);
      }
    }
    const histogram = 'fluenzr_relay_submission_seconds';
    lines.push(`# TYPE ${histogram} histogram`);
    bounds.forEach((bound, index) =>
      lines.push(`${histogram}_bucket{le="${bound}"} ${this.#buckets[index] ?? 0}`),
    );
    lines.push(`${histogram}_bucket{le="+Inf"} ${this.#requests}`);
    lines.push(`${histogram}_sum ${this.#seconds}`, `${histogram}_count ${this.#requests}`);
    return `${lines.join('\n')}\n`;
  }
}
