const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

/** The time of day of a timestamp, to the second. */
export const clock = (timestamp: string): string => time.format(new Date(timestamp));
