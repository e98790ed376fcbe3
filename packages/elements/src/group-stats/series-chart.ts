import { html, type ReactiveControllerHost, svg, type TemplateResult } from 'lit';
import type { GroupStatistics } from '@fluenzr/client';
import type { Formats } from '../formats.js';
import type { GroupStatsLabels } from './labels.js';

/** A day or a week of a group. */
export type SeriesPoint = GroupStatistics['series'][number];
type Measure = 'total' | 'joined' | 'left' | 'opens' | 'clicks';

/** Bars and lines are drawn as paths in boxes as wide as there are points, and 100 high. */
const height = 100;

/**
 * Members over time, who joined and left, opens and clicks: three charts over one axis of time, with a cursor through all
 * of them. A point is chosen with the pointer, or with a native slider that lies over the charts: arrow keys, Home, End,
 * Page Up and Page Down go from point to point, and its `aria-valuetext` tells the values of each.
 *
 * Time flows as the page is read: from right to left in a page that is. The charts are mirrored as a whole, and the slider
 * runs the same way. All text is HTML, which is not mirrored, and grows with the reader's font size.
 */
export class SeriesChart {
  #chosen: number | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Goes back to the last point: the series is another one. */
  reset(): void {
    this.#chosen = undefined;
  }

  /** @param nameOf what a point is called: its day, or its week */
  render(
    series: readonly SeriesPoint[],
    nameOf: (point: SeriesPoint) => string,
    labels: GroupStatsLabels,
    formats: Formats,
  ): TemplateResult {
    const last = series.length - 1;
    const index = Math.min(this.#chosen ?? last, last);
    const point = series[index];
    const [from, to] = [series[0], series[last]];
    if (!point || !from || !to) return html`<div part="chart"></div>`;
    const names: Record<Measure, string> = {
      total: labels.contacts,
      joined: labels.joined,
      left: labels.left,
      opens: labels.opens,
      clicks: labels.clicks,
    };
    // beside the plots there is room for six digits; the legend has them all
    const million = new Intl.NumberFormat(formats.language, {
      notation: 'compact',
      maximumSignificantDigits: 3,
    });
    const short = (value: number) => (value < 1e6 ? formats.number(value) : million.format(value));
    const legend = (measures: Measure[]) =>
      measures.map(
        (measure) =>
          html`<span class="legend"
            ><svg class="swatch ${measure}" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" rx="2" /></svg
            >${names[measure]} <b>${formats.number(point[measure])}</b></span
          >`,
      );
    const panel = (measures: Measure[], top: number, bottom: number, paths: TemplateResult) => html`
      <p class="legends">${legend(measures)}</p>
      <div class="panel">
        <svg viewBox="0 0 ${series.length} ${height}" preserveAspectRatio="none" aria-hidden="true">
          ${paths}
          <line class="cursor" x1=${index + 0.5} x2=${index + 0.5} y1="0" y2=${height} />
        </svg>
        <span class="axis" aria-hidden="true"><span>${short(top)}</span><span>${short(bottom)}</span></span>
      </div>
    `;
    const values = (measure: Measure) => series.map((each) => each[measure]);
    const most = (...measures: Measure[]) => Math.max(...measures.flatMap(values));
    const [members, joined, left, mails] = [
      most('total'),
      most('joined'),
      most('left'),
      most('opens', 'clicks'),
    ];
    const move = height / (joined + left || 1); // both on one scale, up and down from where nobody moved
    const mail = height / (mails || 1);
    return html`
      <div part="chart" role="group" aria-label=${labels.chart}>
        <p part="chart-date">${nameOf(point)}</p>
        ${panel(['total'], members, 0, lineOf(values('total'), members))}
        ${panel(
          ['joined', 'left'],
          joined,
          left,
          svg`<path class="joined" d=${barsOf(values('joined'), joined * move, -move, 0.7)} />
            <path class="left" d=${barsOf(values('left'), joined * move, move, 0.7)} />
            <line class="zero" x1="0" x2=${series.length} y1=${joined * move} y2=${joined * move} />`,
        )}
        ${panel(
          ['opens', 'clicks'],
          mails,
          0,
          svg`<path class="opens" d=${barsOf(values('opens'), height, -mail, 0.8)} />
            <path class="clicks" d=${barsOf(values('clicks'), height, -mail, 0.4)} />`,
        )}
        <p class="ends" aria-hidden="true"><span>${nameOf(from)}</span><span>${nameOf(to)}</span></p>
        <input
          part="chart-point"
          type="range"
          min="0"
          max=${last}
          aria-label=${labels.chartPoint}
          aria-valuetext="${nameOf(point)}: ${Object.entries(names)
            .map(([measure, name]) => `${name} ${formats.number(point[measure as Measure])}`)
            .join(', ')}"
          .value=${String(index)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @pointermove=${this.#onPointerMove}
        />
      </div>
    `;
  }

  readonly #onInput = ({ target }: Event): void => this.#choose(Number((target as HTMLInputElement).value));

  /** Left is on in time in a page that flows from right to left; WebKit's sliders do not turn the two keys round. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const slider = event.currentTarget as HTMLInputElement;
    if (event.altKey || event.ctrlKey || event.metaKey || !slider.matches(':dir(rtl)')) return;
    const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#choose(Math.max(0, Math.min(Number(slider.max), Number(slider.value) + step)));
  };

  readonly #onPointerMove = ({ clientX, currentTarget }: PointerEvent): void => {
    const slider = currentTarget as HTMLInputElement;
    const { left, right, width } = slider.getBoundingClientRect();
    const way = slider.matches(':dir(rtl)') ? right - clientX : clientX - left;
    const points = Number(slider.max) + 1;
    this.#choose(Math.max(0, Math.min(points - 1, Math.floor((way / width) * points))));
  };

  #choose(index: number): void {
    if (index === this.#chosen) return;
    this.#chosen = index;
    this.host.requestUpdate();
  }
}

/** A line through values, and the area below it. */
function lineOf(values: readonly number[], most: number): TemplateResult {
  const unit = (height - 4) / (most || 1); // the line is not cut off at the edges
  // one value alone has no line: it is drawn from edge to edge
  const [ends, start] = values.length === 1 ? [[...values, ...values], 0] : [values, 0.5];
  const line = ends.map((value, index) => `${index + start} ${round(height - 2 - value * unit)}`).join('L');
  return svg`<path class="area" d="M${line}L${ends.length - 1 + start} ${height}H${start}Z" />
    <path class="line" d="M${line}" />`;
}

/** A bar for each value, from `base` on: `unit` high for each one of it, up where that is negative. */
const barsOf = (values: readonly number[], base: number, unit: number, width: number): string =>
  values
    .map((value, index) =>
      value === 0
        ? ''
        : `M${round(index + (1 - width) / 2)} ${round(base)}h${width}v${round(value * unit)}h${-width}z`,
    )
    .join('');

const round = (value: number): number => Math.round(value * 100) / 100;
