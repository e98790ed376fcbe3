import { html, type TemplateResult } from 'lit';
import type { Formats } from '../formats.js';
import type { GroupStatsLabels } from './labels.js';
import type { SeriesPoint } from './series-chart.js';

/** The series as a table: for those who do not look at charts, and those who want the numbers. */
export const seriesTable = (
  series: readonly SeriesPoint[],
  nameOf: (point: SeriesPoint) => string,
  labels: GroupStatsLabels,
  formats: Formats,
): TemplateResult => html`
  <div part="table" role="region" aria-label=${labels.chart} tabindex="0">
    <table>
      <thead>
        <tr>
          ${[labels.date, labels.contacts, labels.joined, labels.left, labels.opens, labels.clicks].map(
            (heading) => html`<th scope="col">${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${series.map(
          (point) =>
            html`<tr>
              <th scope="row">${nameOf(point)}</th>
              ${[point.total, point.joined, point.left, point.opens, point.clicks].map(
                (value) => html`<td>${formats.number(value)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;
