import { css } from 'lit';

/** What the elements behind a login have in common: the card, its buttons, what stands there when there is
 * nothing or when something failed, and placeholders while it loads. */
export const cardStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    container-type: inline-size;
    contain-intrinsic-inline-size: 18rem; /* a container takes no width from its content: in a row it would vanish */
  }

  :host([hidden]) {
    display: none;
  }

  [part='card'] {
    position: relative;
    box-sizing: border-box;
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  p,
  dl,
  dd,
  h2 {
    margin: 0;
  }

  /* a sentence is written in the direction of its own language, and begins where those of the page do */
  h2,
  p,
  li,
  label {
    text-align: -webkit-match-parent; /* Chromium knows no other */
    text-align: match-parent;
    unicode-bidi: plaintext;
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  button {
    min-block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 4);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 600;
    cursor: pointer;
  }

  button:hover {
    background: color-mix(in srgb, currentcolor 7%, transparent);
  }

  button:disabled {
    border-color: var(--_border);
    color: var(--_muted);
    cursor: default;
  }

  .retry[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .pending {
    inline-size: 3.5em;
    max-inline-size: 100%;
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_muted) 18%, transparent);
    color: transparent;
    user-select: none;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  [part='advice'],
  [part='empty'],
  [part='failure'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in srgb, var(--_accent) 30%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
    font-size: 0.9375rem;
  }

  [part='failure'] {
    border-color: color-mix(in srgb, var(--_danger) 35%, transparent);
    background: color-mix(in srgb, var(--_danger) 6%, var(--_surface));
  }

  .no-data {
    color: var(--_muted);
    font-size: 0.875rem;
    font-weight: 400;
  }

  @container (inline-size >= 34rem) {
    [part='card'] {
      padding: calc(var(--_space) * 6);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .pending {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .pending {
      border: 1px solid GrayText;
    }
  }
`;
