import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    font-size: 0.925rem;
  }
  header p {
    margin: 0;
  }
  .product {
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .card {
    padding: 1rem 1.15rem;
    border: 1px solid var(--line);
    border-radius: 0.85rem;
    background: var(--card);
  }
  .card p {
    margin: 0.25rem 0 0;
  }
  h2 {
    margin: 0;
    font-size: 1rem;
  }
  .muted,
  .empty {
    color: var(--muted);
    font-size: 0.85rem;
  }
  .badge {
    display: inline-block;
    margin-inline-start: 0.35rem;
    padding: 0.05rem 0.5rem;
    border-radius: 1rem;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: 0.75rem;
    font-weight: 600;
  }
  fluenzr-provider {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    --fluenzr-accent: var(--accent);
    --fluenzr-surface: var(--card);
    --fluenzr-border: var(--line);
    --fluenzr-shadow: none;
  }
  fluenzr-contact-groups {
    flex: 1 0 100%;
  }
  .rows {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .rows li,
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 0.5rem 0;
  }
  .rows li + li,
  details + details {
    border-block-start: 1px solid var(--line);
  }
  .who {
    display: grid;
    flex: 1 1 10rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  button {
    min-block-size: 1.75rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    background: none;
    color: var(--muted);
    font: inherit;
    font-size: 0.8rem;
    cursor: pointer;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 700;
  }
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 0.25rem;
  }
  summary::after {
    content: '▾' / '';
    color: var(--muted);
  }
  details[open] summary::after {
    content: '▴' / '';
  }
  .timeline {
    display: grid;
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
  }
  .timeline li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    padding: 0 0 0.9rem;
    padding-inline-start: 1.5rem;
    border-inline-start: 2px solid var(--line);
    margin-inline-start: 0.4rem;
    position: relative;
    overflow-wrap: anywhere;
  }
  .timeline li:last-child {
    border-color: transparent;
    padding-block-end: 0;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.2rem;
    inset-inline-start: calc(-0.45rem - 1px);
    inline-size: 0.9rem;
    block-size: 0.9rem;
    border: 2px solid var(--line);
    border-radius: 50%;
    box-sizing: border-box;
    background: var(--card);
  }
  .timeline strong {
    grid-column: 1;
  }
  .timeline .muted:last-child {
    grid-area: 2 / 2;
  }
  .timeline[data-lead] li::before {
    border-color: var(--accent);
    background: var(--accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .timeline[data-lead] li {
      animation: step 0.4s ease-out backwards;
    }
    .timeline li:nth-child(2) {
      animation-delay: 0.25s;
    }
    .timeline li:nth-child(3) {
      animation-delay: 0.5s;
    }
    .timeline li:nth-child(4) {
      animation-delay: 0.75s;
    }
    @keyframes step {
      from {
        opacity: 0;
        translate: 0 0.4rem;
      }
    }
  }
  .mail {
    padding: 0.75rem;
    border-radius: 0.5rem;
    background: var(--panel);
    white-space: pre-line;
  }
`;
