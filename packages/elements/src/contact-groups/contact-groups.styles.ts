import { css } from 'lit';

export const contactGroupsStyles = css`
  [part='card'] {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  [part='title'],
  dialog h2 {
    font-size: 1.125rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row,
  [part='chips'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: 1.375rem;
    font-size: 0.9375rem;
  }

  .chip:has(button) {
    padding-inline-end: 0;
  }

  bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  [part='remove'] {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.75rem;
    padding: 0;
    border-color: transparent;
    border-radius: 50%;
  }

  [part='remove'] svg,
  .conditions svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [part='add'] {
    border-style: dashed;
    border-radius: 1.375rem;
  }

  [part='failure'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in srgb, var(--_danger) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_danger) 6%, var(--_surface));
  }

  summary {
    min-block-size: 2.75rem;
    align-content: center;
    color: var(--_muted);
    font-size: 0.9375rem;
    cursor: pointer;
  }

  label {
    display: block;
    font-size: 0.9375rem;
    font-weight: 600;
  }

  select,
  input {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3rem;
    margin-block-start: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
    font-size: max(1rem, 16px); /* a phone zooms in on an input with smaller text */
  }

  .answer {
    margin-block-start: calc(var(--_space) * 3);
  }

  .conditions {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
  }

  .conditions li {
    display: flex;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }

  .conditions svg {
    margin-block-start: 0.25rem;
  }

  .holds svg {
    color: var(--_success);
  }

  .fails svg,
  .error {
    color: var(--_danger);
  }

  .error:empty {
    display: none;
  }

  small {
    display: block;
    color: var(--_muted);
    font-size: 0.875rem;
  }

  [part='dialog'] {
    box-sizing: border-box;
    inline-size: min(26rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: calc(var(--_space) * 6);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--_shadow);
  }

  [part='dialog'][open] {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  [part='dialog']::backdrop {
    background: #0b102066;
  }

  .found {
    min-block-size: 6rem;
    max-block-size: 16rem;
    overflow: auto;
  }

  .found button {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    border-color: transparent;
    font-size: 1rem;
    font-weight: 500;
    text-align: start;
  }

  .found button:focus-visible {
    outline-offset: -3px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
  }
`;
