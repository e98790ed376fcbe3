import { html, nothing, type TemplateResult } from 'lit';
import type { GroupStatistics } from '@fluenzr/client';
import type { Formats } from '../formats.js';
import type { GroupStatsLabels } from './labels.js';

/** A placeholder of the size of a figure, while there is none. */
const pending = html`<span class="pending" aria-hidden="true">0</span>`;

/**
 * The figures of a group. Without statistics the same boxes hold placeholders, so that nothing moves when they come. What
 * is null has not happened yet: it is said so, and is not 0.
 */
export function figures(
  statistics: GroupStatistics | undefined,
  labels: GroupStatsLabels,
  formats: Formats,
): TemplateResult {
  const number = (value: number | undefined) => (value === undefined ? pending : formats.number(value));
  const { engagement, averageEngagementRate: rate } = statistics ?? {};
  const nothingDelivered = engagement?.delivered === 0;
  const people = (label: string, value: number | undefined) =>
    figure('engagement', label, nothingDelivered ? noData(labels) : number(value));
  return html`
    <dl part="figures">
      ${figure('total', labels.contacts, number(statistics?.total))}
      ${figure('active', labels.active, number(statistics?.active))}
      ${figure('inactive', labels.inactive, number(statistics?.inactive))}
      ${figure(
        'rate',
        labels.engagementRate,
        rate === undefined ? pending : rate === null ? noData(labels) : formats.percent(rate),
      )}
      ${figure('campaigns', labels.activeCampaigns, number(statistics?.activeCampaignCount))}
      ${figure('last', labels.lastCampaign, lastCampaign(statistics, labels, formats))}
    </dl>
    <dl part="engagement">
      ${people(labels.delivered, engagement?.delivered)} ${people(labels.openers, engagement?.openers)}
      ${people(labels.clickers, engagement?.clickers)} ${people(labels.engaged, engagement?.engaged)}
    </dl>
  `;
}

const figure = (name: string, label: string, value: unknown): TemplateResult => html`
  <div
    class="figure ${name} ${typeof value === 'string' && value.length > 6 ? 'long' : ''}"
    data-figure=${name}
  >
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>
`;

const noData = ({ noData }: GroupStatsLabels): TemplateResult => html`<span class="no-data">${noData}</span>`;

function lastCampaign(
  statistics: GroupStatistics | undefined,
  labels: GroupStatsLabels,
  formats: Formats,
): TemplateResult {
  if (!statistics) return pending;
  const { lastCampaignSent: last } = statistics;
  if (!last) return noData(labels);
  return html`<bdi class="name" title=${last.name}>${last.name}</bdi
    ><time datetime=${last.sentAt}>${formats.date(last.sentAt)}</time>`;
}

/** Whether nobody is in the group, and nobody was during the period: then there is no chart to draw. */
export const isEmpty = ({ total, series }: GroupStatistics): boolean =>
  total === 0 && series.every((point) => point.total + point.left === 0);

/** What to do next, where a group has nobody in it, or a dynamic one has nothing to enrol them in. */
export function advice(
  statistics: GroupStatistics,
  labels: GroupStatsLabels,
): TemplateResult | typeof nothing {
  const { type, activeCampaignCount } = statistics;
  const campaign = type === 'DYNAMIC' && activeCampaignCount === 0 ? labels.noCampaign : '';
  const advised =
    type === 'DYNAMIC' ? labels.emptyDynamic : type === 'SMART' ? labels.emptySmart : labels.emptyStatic;
  if (!isEmpty(statistics)) return campaign ? html`<p part="advice">${campaign}</p>` : nothing;
  return html`
    <div part="empty">
      <p class="empty-title">${labels.emptyTitle}</p>
      <p>${advised}</p>
      ${campaign ? html`<p>${campaign}</p>` : nothing}
      <slot name="empty"></slot>
    </div>
  `;
}
