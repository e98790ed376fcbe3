import { type CSSResult, unsafeCSS } from 'lit';
import { tokens } from './tokens.js';

/**
 * The design tokens for the `static styles` of a LitElement: these are rendered on a server too, as adopted style sheets
 * cannot be. They stand in a file of their own, because the build minifies no templates beside a call of `unsafeCSS`.
 */
export const tokenStyles: CSSResult = unsafeCSS(tokens);
