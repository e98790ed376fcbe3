import { attribution } from '@fluenzr/client/leads';
import { readInput } from './input.js';
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/**
 * Notes where the visitor came from, for the attribute `attribution`: `stored` keeps it, `page` does not. What the page
 * has put into inputs of its form goes before it.
 */
export function attach(host: FluenzrLeadForm): LeadAddition {
  const { first, last } = attribution(host.getAttribute('attribution') === 'stored');
  return () => {
    const form = host.querySelector('form');
    const said = form && readInput(form, true).attribution?.last;
    return { attribution: { ...(first && { first }), last: { ...last, ...said } } };
  };
}
