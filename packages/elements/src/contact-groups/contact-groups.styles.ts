import { css } from 'lit';

export const contactGroupsStyles = css`
  [part='card'] {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  [part='title'] {
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

  .naming {
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 1);
    overflow-wrap: anywhere;
  }

  .naming .group-badge {
    display: inline-block;
    white-space: normal;
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

  [part='remove'] svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* in the dialog of a narrow screen */
  fluenzr-group-picker {
    min-inline-size: 0;
  }

  [part='add'] {
    border-style: dashed;
    border-radius: 1.375rem;
  }

  @container (inline-size < 13rem) {
    .chip {
      flex-wrap: wrap;
    }

    .naming {
      min-inline-size: min(100%, 6rem);
    }
  }

  summary {
    box-sizing: border-box;
    min-block-size: 2.75rem;
    padding-block: calc(var(--_space) * 2);
    align-content: center;
    color: var(--_muted);
    font-size: 0.9375rem;
    cursor: pointer;
  }
`;
