import { Resolver } from 'node:dns/promises';

const resolver = new Resolver({ timeout: 2000, tries: 1 });

/** Answers that say that there is nothing; any other failure says nothing about the domain. */
const nothing = new Set(['ENOTFOUND', 'ENODATA']);

const isNothing = (error: unknown): boolean => nothing.has((error as NodeJS.ErrnoException).code ?? '');

/** Whether a domain takes mail (RFC 5321, 5.1; RFC 7505): false only where its name servers say that it does not. */
export async function takesMail(domain: string): Promise<boolean> {
  try {
    const exchanges = await resolver.resolveMx(domain);
    return exchanges.some(({ exchange }) => exchange !== '' && exchange !== '.');
  } catch (error) {
    if (!isNothing(error)) return true;
  }
  // without an MX record, mail goes to the address of the domain itself
  const lookups = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  return !lookups.every((lookup) => lookup.status === 'rejected' && isNothing(lookup.reason));
}
