/** The periods that statistics can be shown for, each ending today. Weeks where days would be too many to tell apart. */
export const periods = {
  '7d': { days: 7, interval: 'day', amount: [7, 'day'] },
  '30d': { days: 30, interval: 'day', amount: [30, 'day'] },
  '90d': { days: 90, interval: 'day', amount: [90, 'day'] },
  '1y': { days: 365, interval: 'week', amount: [1, 'year'] },
} as const;

/** What the attribute `range` can say. */
export type StatsRange = keyof typeof periods;

export const isStatsRange = (value: unknown): value is StatsRange =>
  typeof value === 'string' && Object.hasOwn(periods, value);

/** What the API is asked for. Its days are those of UTC, and so is the first one here. */
export function statisticsQuery(range: StatsRange, now: number): { from: string; interval: 'day' | 'week' } {
  const { days, interval } = periods[range];
  return { from: new Date(now - (days - 1) * 86_400_000).toISOString().slice(0, 10), interval };
}
