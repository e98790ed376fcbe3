import { css } from 'lit';

/**
 * The dialogs of the elements behind a login, with a form in each, and the buttons that end it.
 *
 * What ends a long dialog stays in sight, below a line that shows that there is more. What has the focus stays above it:
 * also above two rows of buttons, and in Safari, which scrolls to the line with the caret, the rest of a text area.
 */
export const dialogStyles = css`
  [part='dialog'] {
    box-sizing: border-box;
    inline-size: min(30rem, 100vi - 2rem);
    max-block-size: calc(min(100%, 100dvb) - 2rem);
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

  [part='dialog'] [role='alert'] {
    color: var(--_danger);
  }

  [part='dialog'] [role='alert']:empty {
    display: none;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  @media (height >= 20rem) {
    [part='dialog'] {
      scroll-padding-block-end: 9rem;
    }

    [part='dialog'] .buttons {
      position: sticky;
      inset-block-end: 0;
      margin: calc(var(--_space) * -6);
      margin-block-start: 0;
      padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
      border-block-start: 1px solid var(--_border);
      background: var(--_surface);
    }
  }

  [part='dialog'] [aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  [part='dialog'] :is(.primary, .danger) {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  [part='dialog'] .primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
  }

  [part='dialog'] .danger {
    background: var(--_danger);
    color: var(--_surface);
  }

  [part='dialog'] .danger:hover {
    background: color-mix(in oklab, var(--_danger), var(--_text) 15%);
  }
`;
