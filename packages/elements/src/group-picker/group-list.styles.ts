import { css } from 'lit';

/**
 * The list and its popup. An option is a grid only where it has more than one line: as a flex container it is laid out in
 * less time, which each key costs.
 */
export const groupListStyles = css`
  [part='field'] {
    anchor-name: --fluenzr-field;
  }

  [part='field']:hover {
    border-color: var(--_text);
  }

  button:hover,
  [part='option']:hover {
    background: color-mix(in srgb, currentcolor 8%, transparent);
  }

  .combobox {
    color: var(--_text);
  }

  [part='popup'] {
    display: none;
    container-type: inline-size;
    flex-direction: column;
    color: inherit;
    background: var(--_surface);
  }

  [hidden] {
    display: none;
  }

  /* "20 contacts" is read so in a right-to-left page, too, and stands where the lines of the page begin */
  * {
    unicode-bidi: plaintext;
  }

  :host {
    text-align: left;
  }

  :host(:dir(rtl)) {
    text-align: right;
  }

  input,
  textarea {
    text-align: inherit;
  }

  [part='popup']:popover-open {
    position-anchor: --fluenzr-field;
    position-area: block-end;
    position-try-fallbacks:
      flip-block,
      --fluenzr-low,
      --fluenzr-low flip-block;
    position-visibility: anchors-visible;
    display: flex;
    inset: auto;
    inline-size: anchor-size(inline);
    max-block-size: 24rem;
    margin-block: 0.375rem; /* the focus ring stays in sight */
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
  }

  /* neither side has the room for all of it */
  @position-try --fluenzr-low {
    position-area: block-end;
    min-block-size: 9rem;
    max-block-size: calc(100% - 0.75rem);
  }

  [part='listbox'] {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    max-block-size: 22rem;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    outline: 0;
  }

  .rows {
    position: relative;
    overflow: hidden;
  }

  [part='section'],
  [part='option'] {
    display: flex;
    align-items: center;
    block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 3.5);
    line-height: 1.2;
  }

  [part='section'] {
    align-items: end;
    padding-block-end: calc(var(--_space) * 1.5);
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  [part='option'] {
    contain: strict;
    grid-template: 'color name badge count' auto 'color reason reason reason' auto / auto 1fr auto auto;
    align-content: center;
    column-gap: calc(var(--_space) * 2.5);
    padding-inline-end: calc(var(--_space) * 6 + 0.75rem);
    font-size: 0.9375rem;
    cursor: pointer;
  }

  [part='option'][aria-disabled] {
    display: grid;
  }

  [part='option'] .group-badge {
    grid-area: badge;
  }

  [part='option'] .name {
    flex: 1 1 0;
    grid-area: name;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  [part='option'][aria-selected='true'] {
    font-weight: 600;
  }

  [part='option'][aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: 0 auto;
    inset-inline-end: calc(var(--_space) * 3.5 + 0.375rem);
    margin-block: auto;
    inline-size: 0.375rem;
    block-size: 0.75rem;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  .active {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .away {
    position: absolute;
    inset-inline: 0;
  }

  [part='option'][aria-disabled] {
    color: var(--_muted);
    cursor: not-allowed;
  }

  small {
    grid-area: reason;
    overflow: hidden;
    font-size: 0.75rem;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .count {
    grid-area: count;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  ::highlight(fluenzr-match) {
    background-color: color-mix(in srgb, var(--_accent) 22%, transparent);
  }

  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3.5);
    color: var(--_muted);
  }

  [part='done'] {
    border-block-start: 1px solid var(--_border);
    border-radius: 0;
  }

  [part='retry'],
  [part='done'],
  [part='create'] {
    min-block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 3.5);
    color: var(--_accent);
    font-weight: 600;
  }

  [part='create'] {
    flex: none;
    border-block-start: 1px solid var(--_border);
    border-radius: 0;
    outline-offset: -3px;
    text-align: inherit;
  }

  /* over the whole screen: the field above, the list below */
  .combobox:popover-open {
    display: flex;
    flex-direction: column;
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100dvb;
    max-block-size: none;
    padding: calc(var(--_space) * 3);
    border: 0;
    background: var(--_surface);
  }

  .combobox:popover-open .content {
    max-block-size: 30dvb;
  }

  .combobox:popover-open [part='popup'] {
    display: flex;
    flex: 1;
    min-block-size: 0;
    margin-block-start: calc(var(--_space) * 2); /* the focus ring stays in sight */
  }

  .combobox:popover-open [part='listbox'] {
    flex: 1;
    max-block-size: none;
  }

  @container (inline-size < 26rem) {
    [part='option'] {
      display: grid;
      grid-template: 'color name name' auto '. reason reason' auto '. badge count' auto / auto 1fr auto;
      block-size: 4.25rem;
    }

    [part='option'] .group-badge {
      justify-self: start;
    }

    [aria-disabled] .name {
      -webkit-line-clamp: 1;
    }
  }

  @media (forced-colors: active) {
    .active {
      outline-color: Highlight;
    }

    ::highlight(fluenzr-match) {
      background-color: Mark;
      color: MarkText;
    }
  }
`;
