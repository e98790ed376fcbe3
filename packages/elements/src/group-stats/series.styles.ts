import { css } from '../style-sheet.js';

/** The charts and the table. */
export const seriesStyles = css`
  .legends,
  .ends,
  .axis {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  [part='chart'] {
    --axis: 3.25rem;
    position: relative;
    display: grid;
    grid-template-rows: auto auto 1fr auto 1fr auto 1fr auto;
    border-radius: calc(var(--_radius) / 2);
  }

  [part='chart']:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 4px;
  }

  [part='chart-date'] {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .legends {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 1);
  }

  .legend {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }

  .legend b {
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }

  .swatch {
    flex: none;
    inline-size: 0.7rem;
    block-size: 0.7rem;
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--axis);
    min-block-size: 0;
  }

  .panel svg {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    overflow: visible;
    border-block-end: 1px solid var(--_border);
  }

  .panel svg:dir(rtl) {
    scale: -1 1;
  }

  .axis {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    padding-inline-start: calc(var(--_space) * 2);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-inline-end: var(--axis);
    padding-block-start: calc(var(--_space) * 1);
  }

  path,
  line {
    vector-effect: non-scaling-stroke;
  }

  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .area {
    fill: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .total,
  .clicks {
    fill: var(--_accent);
  }

  .opens {
    fill: color-mix(in srgb, var(--_accent) 62%, var(--_surface));
  }

  .joined {
    fill: var(--_success);
  }

  .left {
    fill: var(--_danger);
  }

  .zero {
    stroke: var(--_field-border);
    stroke-width: 1;
  }

  .cursor {
    stroke: var(--_text);
    stroke-width: 1;
    stroke-dasharray: 3 3;
  }

  /* over all the plots: every touch and every key lands on a native slider, which nobody sees */
  [part='chart-point'] {
    position: absolute;
    inset-block: 0;
    inset-inline: 0 var(--axis);
    inline-size: auto;
    margin: 0;
    opacity: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }

  [part='table'] {
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    box-shadow: 0 1px var(--_border);
    color: var(--_muted);
  }

  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    text-align: end;
    white-space: nowrap;
  }

  th:first-child {
    text-align: start;
    font-weight: 600;
  }

  tbody tr:nth-child(even) {
    background: color-mix(in srgb, var(--_muted) 8%, transparent);
  }

  @media (forced-colors: active) {
    .panel svg,
    .swatch {
      forced-color-adjust: none;
    }

    .line {
      stroke: CanvasText;
    }

    .total,
    .clicks,
    .joined {
      fill: CanvasText;
    }

    .area {
      fill: none;
    }

    /* hollow, beside the full ones */
    .opens,
    .left {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 1;
    }

    .cursor,
    .zero {
      stroke: Highlight;
    }
  }
`;
