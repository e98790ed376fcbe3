import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/**
 * Leads the visitor to the page of the attribute `redirect` once the lead is accepted. The page must be of this origin, or
 * of one that `redirect-allow` lists: then an address that came from somewhere else leads nobody astray.
 */
export function attach(host: FluenzrLeadForm): LeadAddition | undefined {
  host.addEventListener('fluenzr-accepted', () => {
    const redirect = host.getAttribute('redirect') ?? '';
    const allowed = [location.origin, ...(host.getAttribute('redirect-allow') ?? '').split(/\s+/)];
    const url = URL.canParse(redirect, document.baseURI) ? new URL(redirect, document.baseURI) : undefined;
    if (url && /^https?:$/.test(url.protocol) && allowed.includes(url.origin)) location.assign(url);
    else
      console.error(
        `<fluenzr-lead-form> redirect="${redirect}" is neither on ${location.origin} nor on an origin of redirect-allow.`,
      );
  });
  return undefined;
}
