import { css } from 'lit';
import * as token from '../tokens.js';

/** The card, the error summary, the failure message and the success panel: what the shadow root holds. */
export const hostStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    max-inline-size: 34rem;
    min-inline-size: 0;
    container-type: inline-size;
    contain-intrinsic-inline-size: 34rem; /* a container takes no width from its content: in a row it would vanish */
    color: ${token.text};
    font-family: ${token.font};
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([hidden]),
  [hidden] {
    display: none;
  }

  [part='card'] {
    box-sizing: border-box;
    padding: calc(${token.space} * 5);
    border: 1px solid ${token.border};
    border-radius: calc(${token.radius} * 2);
    background: ${token.surface};
    box-shadow: ${token.shadow};
  }

  @container (inline-size >= 28rem) {
    [part='card'] {
      padding: calc(${token.space} * 8);
    }
  }

  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    font: inherit;
    cursor: pointer;
  }

  :focus-visible {
    outline: 3px solid ${token.accent};
    outline-offset: 2px;
  }

  [part='summary'],
  [part='failure'] {
    padding: calc(${token.space} * 3) calc(${token.space} * 4);
    border: 1px solid color-mix(in srgb, ${token.danger} 35%, transparent);
    border-inline-start: 4px solid ${token.danger};
    border-radius: ${token.radius};
    background: color-mix(in srgb, ${token.danger} 7%, ${token.surface});
  }

  [part='summary'] {
    margin-block-end: calc(${token.space} * 5);
  }

  [part='summary-title'] {
    font-weight: 600;
  }

  [part='summary-link'] {
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: calc(${token.radius} / 2);
    background: none;
    color: ${token.danger};
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  [part='failure'] {
    margin-block-start: calc(${token.space} * 4);
  }

  [part='success'] {
    display: grid;
    justify-items: center;
    gap: calc(${token.space} * 4);
    padding-block: calc(${token.space} * 6);
    border-radius: ${token.radius};
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
    stroke: ${token.success};
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [part='success-icon'] circle {
    fill: color-mix(in srgb, ${token.success} 12%, transparent);
    stroke: none;
  }

  [part='again'] {
    min-block-size: 2.75rem;
    padding-inline: calc(${token.space} * 5);
    border: 1px solid ${token.fieldBorder};
    border-radius: ${token.radius};
    background: none;
    color: inherit;
    font-size: 1rem;
    font-weight: 600;
  }

  [part='again']:hover {
    background: color-mix(in srgb, currentcolor 7%, transparent);
  }

  [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    [part='success-icon'] {
      stroke: CanvasText;
    }
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
      gap: calc(${token.space} * 5) calc(${token.space} * 4);
      margin: 0;

      label {
        display: block;
        margin-block-end: calc(${token.space} * 1.5);
        font-size: 0.9375rem;
        font-weight: 600;
      }

      .fluenzr-optional {
        color: ${token.muted};
        font-weight: 400;
      }

      input,
      button {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 3rem;
        margin: 0;
        padding: calc(${token.space} * 2.5) calc(${token.space} * 3.5);
        border: 1px solid ${token.fieldBorder};
        border-radius: ${token.radius};
        background: ${token.field};
        color: inherit;
        font: inherit;
        font-size: max(1rem, 16px); /* a phone zooms in on an input with smaller text */
      }

      :focus-visible {
        outline: 3px solid ${token.accent};
        outline-offset: 2px;
      }

      input:hover {
        border-color: ${token.text};
      }

      input[aria-invalid='true'] {
        border-color: ${token.danger};
        box-shadow: inset 0 0 0 1px ${token.danger};
      }

      input:read-only {
        opacity: 0.7;
      }

      .fluenzr-error {
        margin: calc(${token.space} * 1.5) 0 0;
        color: ${token.danger};
        font-size: 0.9375rem;
      }

      button {
        border-color: transparent; /* drawn in forced colours */
        background: ${token.accent};
        color: ${token.onAccent};
        font-weight: 600;
        cursor: pointer;
      }

      button:hover {
        background: color-mix(in oklab, ${token.accent}, ${token.text} 15%);
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
