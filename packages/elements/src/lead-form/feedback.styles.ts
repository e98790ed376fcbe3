import { css } from '../style-sheet.js';

/** The error summary, the failure message and the panel that replaces the form. */
export const feedbackStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    font: inherit;
    cursor: pointer;
  }

  [part='summary'],
  [part='failure'] {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, transparent);
    border-inline-start: 4px solid var(--_danger);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 7%, var(--_surface));
  }

  [part='summary'] {
    margin-block-end: calc(var(--_space) * 5);
  }

  [part='summary-title'] {
    font-weight: 600;
  }

  [part='summary-link'] {
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) / 2);
    background: none;
    color: var(--_danger);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  [part='failure'] {
    margin-block-start: calc(var(--_space) * 4);
  }

  [part='success'] {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 6);
    border-radius: var(--_radius);
    text-align: center;
    text-wrap: balance;
    font-size: 1.125rem;
  }

  [part='success']:focus-visible {
    outline-offset: 0;
  }

  [part='success-icon'] {
    inline-size: 3.5rem;
    fill: none;
    stroke: var(--_success);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [part='success-icon'] circle {
    fill: color-mix(in srgb, var(--_success) 12%, transparent);
    stroke: none;
  }

  [part='plain'] {
    margin-block-start: calc(var(--_space) * 3);
  }

  [part='again'],
  [part='plain'] {
    min-block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 5);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font-size: 1rem;
    font-weight: 600;
  }

  :is([part='again'], [part='plain']):hover {
    background: color-mix(in srgb, currentcolor 7%, transparent);
  }

  @media (forced-colors: active) {
    [part='success-icon'] {
      stroke: CanvasText;
    }
  }
`;
