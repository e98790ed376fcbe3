import { css } from '../../style-sheet.js';

/** The menu, what only these dialogs have, and the box with progress and result. */
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
  .warning {
    color: var(--_danger);
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

  /* in the dialog of a narrow screen */
  fluenzr-group-picker {
    min-inline-size: 0;
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

  .hint {
    color: var(--_muted);
    font-size: 0.875rem;
  }
`;
