/**
 * The design tokens that all FluenzR elements share: each is a public custom property `--fluenzr-*` with its default.
 * Styles use the private name, `--_accent` for `--fluenzr-accent`, so that each default stands in one place.
 *
 * The colours follow the `color-scheme` that the page has set around the element. A page that says nothing is a
 * light page, and stays light for a visitor whose system is dark: the card must not be the only dark thing on it.
 *
 * @module
 */
import { css } from './style-sheet.js';

/** To be the first of an element's styles: the tokens, and what the attribute `theme` does to them. What stands in the light DOM inside the element inherits the tokens. */
export const tokens = css`
  :host {
    --_accent: var(--fluenzr-accent, light-dark(#2450d3, #9db4ff));
    --_on-accent: var(--fluenzr-on-accent, light-dark(#fff, #0b1538));
    --_surface: var(--fluenzr-surface, light-dark(#fff, #171a23));
    --_text: var(--fluenzr-text, light-dark(#161a26, #eceef5));
    --_muted: var(--fluenzr-muted, light-dark(#596072, #a6adbf));
    --_border: var(--fluenzr-border, light-dark(#e2e5ec, #2c3140));
    --_field: var(--fluenzr-field, light-dark(#fff, #10131a));
    --_field-border: var(--fluenzr-field-border, light-dark(#878ea0, #6d7589));
    --_danger: var(--fluenzr-danger, light-dark(#b3241c, #ff9c92));
    --_success: var(--fluenzr-success, light-dark(#0b7247, #5fd6a0));
    --_shadow: var(--fluenzr-shadow, 0 1px 2px #1b23400f, 0 12px 32px -12px #1b234033);
    --_radius: var(--fluenzr-radius, 0.625rem);
    --_space: var(--fluenzr-space, 0.25rem);
    color: var(--_text);
    font-family: var(--fluenzr-font, inherit);
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
`;
