import { css } from '../../style-sheet.js';

/** The menu, the dialogs and the box with progress and result. */
export const actionStyles = css`
  [part='menu'] {
    display: grid;
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: 17rem;
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  [role='menuitem'] {
    border-color: transparent;
    font-weight: 500;
    text-align: start;
  }

  [role='menuitem']:focus-visible {
    outline-offset: -2px;
  }

  .danger-text,
  .warning,
  #dialog-error {
    color: var(--_danger);
  }

  [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  [part='job'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    font-size: 0.9375rem;
  }

  [part='job'].failed {
    border-inline-start-color: var(--_danger);
  }

  progress {
    inline-size: 100%;
    block-size: 0.625rem;
    accent-color: var(--_accent);
  }

  a {
    display: inline-block;
    padding-block: calc(var(--_space) * 2);
    color: var(--_accent);
  }

  ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  [part='dialog'] {
    box-sizing: border-box;
    inline-size: min(30rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
  }

  [part='dialog']::backdrop {
    background: #0b102066;
  }

  [part='dialog'] form {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 6);
    overflow-wrap: anywhere;
  }

  [part='dialog'] h2 {
    font-size: 1.25rem;
    font-weight: 650;
    line-height: 1.3;
  }

  [part='dialog'] label,
  legend {
    font-size: 0.9375rem;
    font-weight: 600;
  }

  [part='dialog'] .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 2.75rem;
    font-weight: 400;
  }

  .choice input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice .count {
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .choices {
    max-block-size: 14rem;
    overflow: auto;
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  fieldset:not([part]) {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .hint {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  :is(select, input:not([type='checkbox'], [type='radio'], [type='range'])) {
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
    font-size: max(1rem, 16px); /* a phone zooms in on an input with smaller text */
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  #dialog-error:empty {
    display: none;
  }

  .primary,
  .danger {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
  }

  .danger {
    background: var(--_danger);
    color: var(--_surface);
  }

  .danger:hover {
    background: color-mix(in oklab, var(--_danger), var(--_text) 15%);
  }
`;
