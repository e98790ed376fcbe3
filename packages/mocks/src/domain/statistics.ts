import type { GroupStatistics } from '@fluenzr/client/schemas';
import { refuseAt } from '../problem.js';
import type { GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { countsOf } from './group-counts.js';

const day = 24 * 3_600_000;
const defaultDays = 30;
const mostPoints = 1000;

/** Which days the series of a group's statistics has. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
  interval?: 'day' | 'week' | undefined;
}

/**
 * A group in figures. All of them are of those who are members now, but for who joined and left, which is history. Days
 * and weeks (from Monday) are those of UTC. A rate is null, not 0, where nothing was delivered.
 *
 * @throws ProblemError `VALIDATION_FAILED` for a period that is none, or too long.
 */
export function statisticsOf(store: Store, group: GroupRow, period: Period): GroupStatistics {
  const { total, active, inactive } = countsOf(store, group.id);
  const sums = store.engagement.of(group.id);
  return {
    total,
    active,
    inactive,
    averageEngagementRate: averageEngagementRate(store, group.id),
    lastCampaignSent: lastCampaignSent(store, group.id),
    type: group.type,
    activeCampaignCount: countsOf(store, group.id).activeCampaigns,
    engagement: {
      delivered: sums.get('delivered') ?? 0,
      openers: sums.get('openers') ?? 0,
      clickers: sums.get('clickers') ?? 0,
      engaged: sums.get('engaged') ?? 0,
    },
    series: seriesOf(store, group.id, period),
    asOf: store.clock.timestamp(),
  };
}

/** The mean, over the campaigns that delivered to members, of members who opened or clicked / delivered. */
function averageEngagementRate(store: Store, groupId: string): number | null {
  const sums = store.engagement.of(groupId);
  const rates = campaignsDelivered(store, groupId).map(
    ([campaignId, delivered]) => (sums.get(`engaged in ${campaignId}`) ?? 0) / delivered,
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Of the campaigns that delivered to members, the one that sent a mail last. */
function lastCampaignSent(store: Store, groupId: string): GroupStatistics['lastCampaignSent'] {
  let last: GroupStatistics['lastCampaignSent'] = null;
  let lastId = '';
  for (const [campaignId] of campaignsDelivered(store, groupId)) {
    const campaign = store.campaigns.get(campaignId);
    const mail = store.mailsOfCampaign.list(campaignId).last;
    if (!campaign || !mail || mail.id < lastId) continue; // later ids sort after earlier ones
    lastId = mail.id;
    last = { id: campaignId, name: campaign.name, sentAt: mail.sentAt };
  }
  return last;
}

function campaignsDelivered(store: Store, groupId: string): [campaignId: string, delivered: number][] {
  const prefix = 'delivered in ';
  return [...store.engagement.of(groupId)].flatMap(([key, count]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), count]] : [],
  );
}

function seriesOf(store: Store, groupId: string, period: Period): GroupStatistics['series'] {
  const { from, to, length } = daysOf(store, period);
  const sums = store.engagement.of(groupId);
  const points: GroupStatistics['series'] = [];
  for (let start = from; start <= to; start += length * day) {
    points.push({ date: dateOf(start), total: 0, joined: 0, left: 0, opens: 0, clicks: 0 });
    const point = points.at(-1);
    for (let each = start; point && each < start + length * day; each += day) {
      point.opens += sums.get(`opens on ${dateOf(each)}`) ?? 0;
      point.clicks += sums.get(`clicks on ${dateOf(each)}`) ?? 0;
    }
  }
  // Back from the present total: before a day it was what it is after it, less who joined, and those who left.
  let total = store.memberCount.count(groupId);
  const days = store.daysOfGroup.list(groupId).after(null, 'descending');
  let next = days.next();
  for (const point of points.toReversed()) {
    const start = Date.parse(point.date);
    const end = dateOf(start + length * day);
    for (; !next.done && next.value.date >= end; next = days.next()) {
      total += next.value.left - next.value.joined;
    }
    point.total = total;
    for (; !next.done && next.value.date >= point.date; next = days.next()) {
      point.joined += next.value.joined;
      point.left += next.value.left;
      total += next.value.left - next.value.joined;
    }
  }
  return points;
}

/** The first and the last day of a series (or the Mondays of their weeks), and how many days a point has. */
function daysOf(store: Store, { from, to, interval = 'day' }: Period) {
  const length = interval === 'week' ? 7 : 1;
  const last = startOf(readDate('?to', to) ?? store.clock.now(), length);
  const first = startOf(readDate('?from', from) ?? last - (defaultDays - 1) * day, length);
  if (first > last) throw invalid('?from', '`from` is after `to`.');
  if ((last - first) / (length * day) >= mostPoints) {
    throw invalid('?from', `The period has more than ${mostPoints} points. Shorten it, or take weeks.`);
  }
  return { from: first, to: last, length };
}

/** The start of the day of an instant, or of its week. (1970 began on a Thursday.) */
const startOf = (time: number, length: number) => {
  const days = Math.floor(time / day);
  return (length === 1 ? days : days - ((((days + 3) % 7) + 7) % 7)) * day;
};

const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

function readDate(pointer: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw invalid(pointer, 'This must be a date, such as 2026-11-23.');
  return time;
}

const invalid = (pointer: string, message: string) => refuseAt(pointer, 422, 'VALIDATION_FAILED', message);
