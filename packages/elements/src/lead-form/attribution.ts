import { attribution } from '@fluenzr/client/leads';
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/** Notes where the visitor came from, for the attribute `attribution`: `stored` keeps it, `page` does not. */
export function attach(host: FluenzrLeadForm): LeadAddition {
  const arrivals = attribution(host.getAttribute('attribution') === 'stored');
  return () => ({ attribution: arrivals });
}
