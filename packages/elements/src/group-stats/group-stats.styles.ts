import { css } from 'lit';

/** The figures and what is around the charts. What only the charts or the actions need comes with them. */
export const groupStatsStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    min-block-size: 5rem; /* two lines of the name, and a row with the badge */
  }

  header:has(.menu-box) {
    min-block-size: calc(6.125rem + var(--_space)); /* the menu's button is higher */
  }

  [part='title'] {
    display: -webkit-box;
    flex: 1 1 calc(100% - 1.375rem);
    min-inline-size: 0;
    max-block-size: 2lh;
    overflow: hidden;
    font-size: 1.125rem;
    font-weight: 650;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .menu-box {
    position: relative;
    flex: none;
    margin-inline-start: auto;
  }

  [part='menu-button']::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline-start: 0.6em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.2em;
  }

  [part='figures'],
  [part='engagement'] {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1px;
    overflow: hidden;
    margin-block-start: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_border);
  }

  .figure {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    background: var(--_surface);
  }

  dt,
  [part='footer'] {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  dd {
    display: flex;
    flex-direction: column;
    justify-content: center;
    block-size: 2.625rem; /* of two lines of a small one */
    margin-block-start: auto;
    font-size: 1.625rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }

  /* from 100,000 on: two columns of a narrow screen have no room for it */
  .long dd {
    font-size: 1.125rem;
  }

  .last dd,
  .engagement dd {
    font-size: 1rem;
    line-height: 1.3125rem;
  }

  .engagement dd {
    block-size: 1.3125rem;
  }

  .name {
    overflow: hidden;
    text-align: -webkit-match-parent; /* Chromium knows no other */
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .last time {
    color: var(--_muted);
    font-size: 0.875rem;
    font-weight: 400;
  }

  [part='engagement'] {
    margin-block-start: calc(var(--_space) * 2);
  }

  [part='advice'] {
    margin-block-end: calc(var(--_space) * 3);
  }

  .body {
    position: relative;
  }

  .unseen {
    visibility: hidden;
  }

  .toolbar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
  }

  [part='range'] {
    display: flex;
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
  }

  [part='range'] label {
    display: grid;
    position: relative;
    flex: 1;
    place-items: center;
    min-block-size: 2.625rem;
    padding-inline: calc(var(--_space) * 1);
    text-align: center;
    border-radius: calc(var(--_radius) - 1px);
    font-size: 0.875rem;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
  }

  [part='range'] label:hover {
    background: color-mix(in srgb, currentcolor 7%, transparent);
  }

  [part='range'] label:has(:checked),
  .toggle[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  [part='range'] label:has(:focus-visible) {
    z-index: 1;
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  [part='range'] input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .toggle {
    padding-inline: calc(var(--_space) * 3);
  }

  .series {
    display: flex;
    flex-direction: column;
    block-size: 25rem;
  }

  .series > :not([part='advice']) {
    flex: 1;
    min-block-size: 0;
  }

  .pending-chart {
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_muted) 9%, transparent);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  [part='empty'],
  [part='failure'] {
    flex-flow: column;
    justify-content: center;
    padding-inline: calc(var(--_space) * 6);
    text-align: center;
    text-wrap: balance;
  }

  [part='failure'] {
    position: absolute;
    inset: calc(var(--_space) * 3) 0 0;
  }

  .empty-title {
    font-size: 1.125rem;
    font-weight: 650;
  }

  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-block-size: 2.75rem; /* of the button that appears when a refresh fails */
    margin-block-start: calc(var(--_space) * 2);
  }

  [part='footer'] .pending {
    display: inline-block;
  }

  .stale b {
    color: var(--_danger);
  }

  /* large text on a narrow screen */
  @container (inline-size < 13rem) {
    [part='figures'],
    [part='engagement'] {
      grid-template-columns: 1fr;
    }

    .toolbar,
    [part='range'] {
      flex-wrap: wrap;
    }

    [part='range'] {
      flex-basis: 100%;
    }
  }

  @container (inline-size >= 34rem) {
    [part='figures'] {
      grid-template-columns: repeat(3, 1fr);
    }

    .long dd {
      font-size: 1.625rem;
    }

    [part='engagement'] {
      grid-template-columns: repeat(4, 1fr);
    }

    [part='range'] {
      flex: none;
    }

    [part='range'] label {
      padding-inline: calc(var(--_space) * 4);
      white-space: nowrap;
    }

    header,
    header:has(.menu-box) {
      flex-wrap: nowrap;
      min-block-size: 3.375rem; /* two lines of the name */
    }

    [part='title'] {
      flex: 0 1 auto;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .pending-chart {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .pending-chart {
      border: 1px solid GrayText;
    }

    [part='range'] label:has(:checked),
    .toggle[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
