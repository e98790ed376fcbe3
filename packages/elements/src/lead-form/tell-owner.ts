const told = new Set<string>();

/**
 * Tells the console, once a page, of what may be a mistake of the page's owner; without a network it is none.
 *
 * @param rest what the console shows beside the message
 */
export function tellOwner(message: string, ...rest: unknown[]): void {
  if (!navigator.onLine || told.has(message)) return;
  told.add(message);
  console.error(`<fluenzr-lead-form> ${message}`, ...rest);
}
