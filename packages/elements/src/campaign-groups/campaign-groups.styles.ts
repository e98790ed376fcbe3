import { css } from 'lit';

export const campaignGroupsStyles = css`
  [part='title'] {
    font-size: 1.125rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  [part='table'] {
    table-layout: fixed;
    margin-block-start: calc(var(--_space) * 2);
    font-size: 0.875rem;
  }

  [part='table'] > thead th:first-child {
    inline-size: 42%;
  }

  [part='contacts'] :is(th, td) {
    overflow-wrap: normal;
    white-space: nowrap;
  }

  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1);
    text-align: end;
    white-space: nowrap;
  }

  th:first-child,
  .no-data {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 400;
    white-space: normal;
    overflow-wrap: normal;
  }

  tbody > tr,
  tfoot > tr {
    border-block-start: 1px solid var(--_border);
  }

  tfoot th {
    font-size: 0.9375rem;
  }

  tfoot > tr > * {
    border-block-start: 2px solid var(--_border);
    font-weight: 650;
  }

  [part='group'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    padding-inline: calc(var(--_space) * 1);
    border-color: transparent;
    font-size: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .naming {
    min-inline-size: 0;
  }

  .naming .group-badge {
    display: inline-block;
    white-space: normal;
  }

  [part='group']::before {
    content: '';
    flex: none;
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }

  [part='group']:dir(rtl)::before {
    rotate: 225deg;
  }

  [part='group'][aria-expanded='true']::before {
    rotate: 135deg;
  }

  .opened {
    padding: 0 0 calc(var(--_space) * 3);
  }

  [part='contacts'] {
    overflow-x: auto;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_muted) 6%, var(--_surface));
    font-size: 0.875rem;
  }

  [part='contacts'] th[scope='row'] {
    min-inline-size: 9rem;
    font-weight: 600;
  }

  .email {
    display: block;
    color: var(--_muted);
    font-weight: 400;
  }

  .email:only-child {
    color: inherit;
    font-weight: inherit;
  }

  .more {
    margin-block-start: calc(var(--_space) * 2);
  }

  .busy {
    color: var(--_muted);
  }

  [part='empty'],
  [part='failure'] {
    margin-block-start: calc(var(--_space) * 3);
  }

  /* no room for all columns: each name, and each contact's status, has a line of its own above the figures */
  @container (inline-size < 26rem) {
    table,
    table > * {
      display: block;
    }

    table > * > tr {
      display: flex;
      flex-wrap: wrap;
    }

    table > * > tr > *,
    [part='contacts'] :is(th, td) {
      flex: 1 0 30%;
      box-sizing: border-box;
      padding-inline: 0 calc(var(--_space) * 1);
      text-align: start;
    }

    table > * > tr > :first-child,
    [part='contacts'] tr > :nth-child(2) {
      flex: 1 0 100%;
      min-inline-size: 0;
    }

    table > :not(thead) > tr > :not(:first-child) {
      padding-block-start: 0;
      border: 0;
    }

    thead th:first-child,
    [part='contacts'] thead th:nth-child(2) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (inline-size >= 34rem) {
    [part='table'] {
      font-size: 0.9375rem;
    }

    [part='table'] > thead th:first-child {
      inline-size: 52%;
    }

    th,
    td {
      padding-inline: calc(var(--_space) * 3);
    }
  }
`;
