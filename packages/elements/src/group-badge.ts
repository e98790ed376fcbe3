/**
 * How a group shows what it is, the same in every element: a dot in its colour, and a badge that says "Dynamic" or
 * "Smart".
 *
 * @module
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Group } from '@fluenzr/client';

/** The texts of the badges. An element's own labels have them among others. */
export interface GroupBadgeLabels {
  /** On groups whose newcomers are enrolled in running campaigns. */
  dynamic: string;
  /** On groups whose members a contact query decides. */
  smart: string;
}

/**
 * The dot. To be among an element's `static styles`, after the tokens. It has an edge, for a dot as light or as dark as the
 * surface.
 */
export const groupColorStyles = css`
  .group-color {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    color: var(--_muted);
    stroke: color-mix(in srgb, var(--_text) 30%, transparent);
  }
`;

/** The dot and the badge, whose transparent border is there for forced colours, which draw it. */
export const groupBadgeStyles = css`
  ${groupColorStyles}

  .group-badge {
    flex: none;
    padding-inline: 0.5em;
    border: 1px solid transparent;
    border-radius: 1em;
    background: color-mix(in srgb, var(--_muted) 14%, transparent);
    color: var(--_text);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }

  .group-badge.dynamic {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    color: var(--_accent);
  }
`;

/**
 * A dot in a group's colour, for the eye only. A colour that is not `#rrggbb` gives a grey dot.
 *
 * A presentation attribute of SVG, because a strict content security policy blocks `style` attributes.
 */
export const groupColor = (color: string): TemplateResult =>
  html`<svg class="group-color" viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="5.5" fill=${fillOf(color)} />
  </svg>`;

/** The colour that such a dot is filled with. */
export const fillOf = (color: string): string => (/^#[\da-f]{6}$/i.test(color) ? color : 'currentColor');

/** The badge of a group's type. Static groups have none, nor have types that this version does not know. */
export function groupBadge(type: Group['type'], labels: GroupBadgeLabels): TemplateResult | typeof nothing {
  if (type === 'DYNAMIC') return html`<span class="group-badge dynamic">${labels.dynamic}</span>`;
  if (type === 'SMART') return html`<span class="group-badge">${labels.smart}</span>`;
  return nothing;
}
