/** How often a lead or a mail is tried. With the waits below that takes about 19 hours. */
export const tries = 30;

/**
 * Milliseconds before the next try: half of 1, 2, 4 … seconds and at most an hour, and a random part of the other half, so
 * that what failed together does not come back together. All tries end within the 24 hours for which FluenzR keeps an
 * idempotency key.
 *
 * @param attempts tries so far
 * @param random 0 to 1
 */
export function backOff(attempts: number, random: number): number {
  const longest = Math.min(3_600_000, 1000 * 2 ** (attempts - 1));
  return Math.round(longest / 2 + (random * longest) / 2);
}
