import { css } from 'lit';

/**
 * The closed picker. The list and the dialog bring their own.
 *
 * Why some rules are as they are stands here, since what stands in the template is shipped: the input has no text below
 * 16 px because a phone zooms in on that; a name is `plaintext` to be read in its own direction, and aligned to where the
 * page's lines begin; many chips are scrolled, so that the list has room beside the field, with space inside for the focus
 * ring of their buttons; label and message stand on the page, which need not be of the kind that `theme` says, and then have
 * its colour; a transparent border is one that forced colours draw.
 */
export const groupPickerStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
    margin: 0;
  }

  [part='label'] {
    display: block;
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  [part='field'],
  .content {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }

  .content {
    flex: 1;
    flex-wrap: wrap;
    min-inline-size: 0;
    max-block-size: 12rem;
    margin: -5px;
    padding: 5px;
    overflow: auto;
  }

  [part='field'] {
    min-block-size: 3rem;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 3.5);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_field);
    cursor: text;
  }

  [part='field']:has(input:focus),
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  [part='field']:has([aria-invalid]) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  [part='field']:has(input:disabled) {
    opacity: 0.6;
  }

  [part='input'] {
    flex: 1 1 6rem;
    min-inline-size: 0;
    min-block-size: 2.25rem;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: max(1rem, 16px);
  }

  input,
  .name {
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
  }

  :host(:dir(rtl)) :is(.name, input) {
    text-align: right;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  ul {
    display: contents;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    padding-inline: calc(var(--_space) * 2.5);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_muted) 14%, transparent);
    font-size: 0.9375rem;
    line-height: 2rem;
  }

  .gone {
    color: var(--_danger);
  }

  .name {
    overflow: hidden;
    white-space: nowrap;
  }

  button {
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  [part='field'] button {
    flex: none;
    min-inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    color: var(--_muted);
  }

  li button {
    margin-inline-end: calc(var(--_space) * -2.5);
  }

  [part='clear']::before,
  [part='chip-remove']::before {
    content: '✕';
  }

  [part='toggle']::before {
    content: '';
    display: inline-block;
    padding: 0.2rem;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.25rem;
  }

  [part='error'] {
    color: var(--_danger);
    font-size: 0.9375rem;
  }

  :host([theme]),
  :host([theme]) p {
    color: inherit;
  }

  [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  @media (pointer: coarse) {
    [part='field'] button {
      min-inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }
`;
