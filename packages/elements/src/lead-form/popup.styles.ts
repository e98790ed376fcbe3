import { css } from '../style-sheet.js';

/** The dialog around the card, and its button. */
export const popupStyles = css`
  :host([popup]) {
    /* as wide as the panel, since the form's container queries ask the host */
    inline-size: calc(100vw - var(--_space) * 8);
  }

  :host([popup='slide-in']) {
    max-inline-size: 25rem;
  }

  [part='popup'] {
    box-sizing: border-box;
    inline-size: inherit;
    max-inline-size: inherit;
    max-block-size: calc(100dvh - var(--_space) * 8);
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: 0 24px 64px -16px rgb(0 0 0 / 40%);
  }

  [part='popup']:focus-visible {
    outline: 0;
  }

  dialog[part='popup']::backdrop {
    background: rgb(10 14 26 / 55%);
  }

  div[part='popup'] {
    inset: auto;
    inset-block-end: calc(var(--_space) * 4);
    inset-inline-end: calc(var(--_space) * 4);
    margin: 0;
  }

  [part='popup'] > [part='card'] {
    padding-block-start: calc(var(--_space) * 12);
    box-shadow: none;
  }

  [part='close'] {
    position: sticky;
    z-index: 1;
    inset-block-start: calc(var(--_space) * 2);
    float: inline-end;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    margin: calc(var(--_space) * 2);
    margin-block-end: -3.25rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_muted);
    cursor: pointer;
  }

  [part='close']:hover {
    background: color-mix(in srgb, currentcolor 12%, var(--_surface));
    color: var(--_text);
  }

  [part='close'] svg {
    inline-size: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  @media (prefers-reduced-motion: no-preference) {
    [part='popup'] {
      transition:
        opacity 0.2s,
        translate 0.2s;
    }

    @starting-style {
      [part='popup'] {
        opacity: 0;
        translate: 0 1rem;
      }
    }
  }
`;
