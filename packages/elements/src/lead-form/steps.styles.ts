import { css } from '../style-sheet.js';

/** The steps of a form in the light DOM, in the layer of the form's other styles. */
export const stepStyles = css`
  @layer fluenzr {
    fluenzr-lead-form .fluenzr-away {
      display: none !important;
    }

    :where(fluenzr-lead-form > form) {
      [data-step] {
        display: grid;
        grid-column: 1 / -1;
        gap: calc(var(--_space) * 5) calc(var(--_space) * 4);
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      [data-step] > legend {
        margin-block-end: calc(var(--_space) * 4);
        padding: 0;
        border-radius: calc(var(--_radius) / 2);
        font-size: 1.25rem;
        font-weight: 650;
        line-height: 1.3;
      }

      .fluenzr-step {
        display: block;
        color: var(--_muted);
        font-size: 0.875rem;
        font-weight: 400;
      }

      .fluenzr-progress {
        display: flex;
        grid-column: 1 / -1;
        gap: calc(var(--_space) * 1.5);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .fluenzr-progress li {
        flex: 1;
        block-size: 0.375rem;
        border-radius: 0.25rem;
        background: var(--_border);
      }

      .fluenzr-progress span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      .fluenzr-progress :is([aria-current], .fluenzr-done) {
        background: var(--_accent);
      }

      .fluenzr-next,
      .fluenzr-back {
        grid-column: 1 / -1;
      }

      .fluenzr-back {
        background: none;
        color: inherit;
      }

      .fluenzr-back:hover {
        background: color-mix(in srgb, currentcolor 7%, transparent);
      }

      .fluenzr-back::before {
        content: none;
      }

      @media (prefers-reduced-motion: no-preference) {
        .fluenzr-progress li {
          transition: background 0.2s;
        }
      }

      @media (forced-colors: active) {
        .fluenzr-progress li {
          border: 1px solid CanvasText;
        }

        .fluenzr-progress :is([aria-current], .fluenzr-done) {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    }

    @container (inline-size >= 28rem) {
      :where(fluenzr-lead-form > form [data-step]) {
        grid-template-columns: 1fr 1fr;
      }
    }
  }
`;
