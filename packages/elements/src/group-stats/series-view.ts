/**
 * What became of a group over time, as charts or as a table. A part of its own, loaded while the figures are.
 *
 * @module
 */
import { html, type LitElement, type TemplateResult } from 'lit';
import { fill } from '../fill.js';
import type { Formats } from '../formats.js';
import { adopt } from '../style-sheet.js';
import type { GroupStatsLabels } from './labels.js';
import { periods, type StatsRange } from './period.js';
import { SeriesChart, type SeriesPoint } from './series-chart.js';
import { seriesTable } from './series-table.js';
import { seriesStyles } from './series.styles.js';

/** The series of one card. */
export class SeriesView {
  readonly #chart: SeriesChart;

  constructor(host: LitElement) {
    if (host.shadowRoot) adopt(host.shadowRoot, seriesStyles);
    this.#chart = new SeriesChart(host);
  }

  /** Goes back to the last point: the series is another one. */
  reset(): void {
    this.#chart.reset();
  }

  render(
    series: readonly SeriesPoint[],
    range: StatsRange,
    asTable: boolean,
    labels: GroupStatsLabels,
    formats: Formats,
  ): TemplateResult {
    const weekly = periods[range].interval === 'week';
    const nameOf = ({ date }: SeriesPoint) =>
      weekly ? fill(labels.weekOf, { date: formats.day(date) }) : formats.day(date);
    if (series.length === 0) return html`<p class="no-data">${labels.noData}</p>`;
    return asTable
      ? seriesTable(series, nameOf, labels, formats)
      : this.#chart.render(series, nameOf, labels, formats);
  }
}
