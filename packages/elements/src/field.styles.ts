import { css } from './style-sheet.js';

/** Labelled inputs and selects, in the dialogs and parts of the elements behind a login. */
export const fieldStyles = css`
  label {
    display: block;
    font-size: 0.9375rem;
    font-weight: 600;
  }

  :is(select, input:not([type='checkbox'], [type='radio'], [type='range'])) {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3rem;
    margin-block-start: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
    font-weight: 400;
    font-size: max(1rem, 16px); /* a phone zooms in on an input with smaller text */
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
`;
