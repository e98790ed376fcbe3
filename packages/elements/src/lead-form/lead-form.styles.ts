import { css } from '../style-sheet.js';

/** The card: what the shadow root holds from the start. */
export const hostStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    max-inline-size: 34rem;
    min-inline-size: 0;
    container-type: inline-size;
    contain-intrinsic-inline-size: 34rem; /* a container takes no width from its content: in a row it would vanish */
  }

  :host([popup]) {
    position: fixed;
  }

  :host([hidden]),
  :host([popup]) > [part='card'], /* until it has its dialog */
  [hidden] {
    display: none;
  }

  [part='card'] {
    box-sizing: border-box;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  @container (inline-size >= 28rem) {
    [part='card'] {
      padding: calc(var(--_space) * 8);
    }
  }

  ::slotted(:first-child) {
    margin-block-start: 0; /* the browser's own: the page's rules win */
  }

  p {
    margin: 0;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/**
 * The form in the light DOM. It goes into the style sheets of the document (or of the shadow root around the
 * element), in a layer and without specificity: every rule of the page that stands in no layer wins over it.
 */
export const formStyles = css`
  @layer fluenzr {
    :where(fluenzr-lead-form > form) {
      display: grid;
      gap: calc(var(--_space) * 5) calc(var(--_space) * 4);
      margin: 0;

      label {
        display: block;
        margin-block-end: calc(var(--_space) * 1.5);
        font-size: 0.9375rem;
        font-weight: 600;
      }

      label:has([type='checkbox'], [type='radio']) {
        display: flex;
        gap: calc(var(--_space) * 2.5);
        align-items: start;
        font-weight: 400;
      }

      :is([type='checkbox'], [type='radio']) {
        flex: none;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        margin: 0;
        accent-color: var(--_accent);
      }

      .fluenzr-captcha {
        min-block-size: 4.875rem; /* the tallest of the three */
      }

      .fluenzr-optional {
        color: var(--_muted);
        font-weight: 400;
      }

      :where(input:not([type='checkbox'], [type='radio']), select, textarea, button) {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 3rem;
        margin: 0;
        padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
        border: 1px solid var(--_field-border);
        border-radius: var(--_radius);
        background: var(--_field);
        color: inherit;
        font: inherit;
        font-weight: 400; /* not that of a label around it */
        font-size: max(1rem, 16px); /* a phone zooms in on an input with smaller text */
      }

      label:has(> :is(input:not([type='checkbox'], [type='radio']), select, textarea)) {
        margin-block-end: 0;
      }

      label > :is(input:not([type='checkbox'], [type='radio']), select, textarea) {
        display: block;
        margin-block-start: calc(var(--_space) * 1.5);
      }

      :focus-visible {
        outline: 3px solid var(--_accent);
        outline-offset: 2px;
      }

      input:hover {
        border-color: var(--_text);
      }

      :is(input:not([type='radio']), select, textarea)[aria-invalid='true'] {
        border-color: var(--_danger);
        box-shadow: inset 0 0 0 1px var(--_danger);
      }

      input:read-only {
        opacity: 0.7;
      }

      .fluenzr-error {
        margin: calc(var(--_space) * 1.5) 0 0;
        color: var(--_danger);
        font-size: 0.9375rem;
      }

      /* in a row of their own: below the field, and below no other */
      > .fluenzr-error,
      > :has(+ .fluenzr-error),
      [data-step] > .fluenzr-error,
      [data-step] > :has(+ .fluenzr-error) {
        grid-column: 1 / -1;
      }

      > .fluenzr-error,
      [data-step] > .fluenzr-error {
        margin-block-start: calc(var(--_space) * -3.5);
      }

      /* once for all radio buttons of a question, below the last */
      fieldset:not([data-step]) > .fluenzr-error:has(~ label > [type='radio']) {
        display: none;
      }

      button {
        align-self: end; /* beside a field it is as high as that, without its label */
        border-color: transparent; /* drawn in forced colours */
        background: var(--_accent);
        color: var(--_on-accent);
        font-weight: 600;
        cursor: pointer;
      }

      button:hover {
        background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
      }

      button[aria-disabled='true'] {
        cursor: progress;
      }

      button[aria-disabled='true']::before {
        content: '';
        display: inline-block;
        box-sizing: border-box;
        inline-size: 1em;
        block-size: 1em;
        margin-inline-end: 0.75em;
        border: 2px solid;
        border-inline-start-color: transparent;
        border-radius: 50%;
        vertical-align: -0.125em;
        animation: fluenzr-turn 0.8s linear infinite;
      }
    }

    :where(fluenzr-lead-form > form:not([data-fluenzr-generated])) {
      row-gap: calc(var(--_space) * 6); /* the question about a slip of the keyboard fits between */

      > .fluenzr-error {
        margin-block-start: calc(var(--_space) * -4.5);
      }
    }

    @container (inline-size >= 28rem) {
      :where(fluenzr-lead-form > form) {
        grid-template-columns: 1fr 1fr;
      }

      :where(fluenzr-lead-form .fluenzr-wide) {
        grid-column: span 2;
      }
    }

    @keyframes fluenzr-turn {
      to {
        rotate: 1turn;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      :where(fluenzr-lead-form) ::before {
        animation: none;
      }
    }
  }
`;
