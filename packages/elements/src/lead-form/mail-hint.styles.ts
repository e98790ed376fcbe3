import { css } from '../style-sheet.js';

/** The question below an e-mail address, in the light DOM. It lies over the gap below: nothing moves when it comes. */
export const mailHintStyles = css`
  @layer fluenzr {
    :where(fluenzr-lead-form > form) {
      position: relative;
    }

    :where(fluenzr-lead-form) .fluenzr-hint {
      position: absolute;
      z-index: 1;
      margin: 0;

      & button {
        inline-size: auto;
        max-inline-size: 100%;
        min-block-size: 1.5rem;
        padding: 0 calc(var(--_space) / 2);
        border: 0;
        border-radius: calc(var(--_radius) / 2);
        overflow: hidden;
        background: var(--_surface);
        color: var(--_accent);
        font-size: 0.9375rem;
        font-weight: 400;
        line-height: 1.5rem;
        text-decoration: underline;
        text-overflow: ellipsis;
        text-underline-offset: 0.2em;
        white-space: nowrap;
      }

      & button:hover {
        background: var(--_surface);
        color: var(--_text);
      }
    }
  }
`;
