/**
 * The design tokens that all FluenzR elements share: each is a public custom property `--fluenzr-*` with its default,
 * ready to stand in a declaration.
 *
 * The colours follow the `color-scheme` that the page has set around the element. A page that says nothing is a
 * light page, and stays light for a visitor whose system is dark: the card must not be the only dark thing on it.
 *
 * @module
 */
import { unsafeCSS as cssText, type CSSResult } from 'lit';

const token = (name: string, value: string): CSSResult => cssText(`var(--fluenzr-${name}, ${value})`);

export const accent = token('accent', 'light-dark(#2450d3, #9db4ff)');
export const onAccent = token('on-accent', 'light-dark(#fff, #0b1538)');
export const surface = token('surface', 'light-dark(#fff, #171a23)');
export const text = token('text', 'light-dark(#161a26, #eceef5)');
export const muted = token('muted', 'light-dark(#596072, #a6adbf)');
export const border = token('border', 'light-dark(#e2e5ec, #2c3140)');
export const field = token('field', 'light-dark(#fff, #10131a)');
export const fieldBorder = token('field-border', 'light-dark(#878ea0, #6d7589)');
export const danger = token('danger', 'light-dark(#b3241c, #ff9c92)');
export const success = token('success', 'light-dark(#0b7247, #5fd6a0)');
export const shadow = token('shadow', '0 1px 2px #1b23400f, 0 12px 32px -12px #1b234033');
export const radius = token('radius', '0.625rem');
export const space = token('space', '0.25rem');
export const font = token('font', 'inherit');
