import { css } from '../../style-sheet.js';

/** The answer, and its conditions. */
export const explanationStyles = css`
  .answer {
    margin-block-start: calc(var(--_space) * 3);
  }

  .conditions {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
  }

  .conditions li {
    display: flex;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }

  .conditions svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin-block-start: 0.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .holds svg {
    color: var(--_success);
  }

  .fails svg,
  .error {
    color: var(--_danger);
  }

  small {
    display: block;
    color: var(--_muted);
    font-size: 0.875rem;
  }
`;
