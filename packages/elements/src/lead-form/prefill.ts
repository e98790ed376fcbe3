import { CONSENT } from './input.js';
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/** The longest value that an endpoint takes of an address. */
const longest = 500;

/**
 * Fills in what the page's address has under the names that the attribute `prefill` lists. A name without an input becomes
 * a hidden field. What is filled in already stays, and a consent is never given by an address.
 */
export function attach(host: FluenzrLeadForm): LeadAddition | undefined {
  const form = host.querySelector('form');
  const query = new URLSearchParams(location.search);
  for (const name of (host.getAttribute('prefill') ?? '').split(/\s+/)) {
    const value = query.get(name)?.trim().slice(0, longest);
    if (!form || !value || name === CONSENT) continue;
    const inputs = [...form.elements].filter((element) => element.getAttribute('name') === name);
    for (const input of inputs) fill(input, value);
    if (inputs.length > 0) continue;
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name, value });
    form.append(hidden);
  }
  return undefined;
}

function fill(input: Element, value: string): void {
  if (input instanceof HTMLSelectElement) {
    if ([...input.options].some((option) => option.value === value)) input.value = value;
  } else if (input instanceof HTMLInputElement && /^(checkbox|radio)$/.test(input.type)) {
    if (input.value === value) input.checked = true;
  } else if (input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement) {
    if (!input.value && !/^(file|password)$/.test(input.type)) input.value = value;
  }
}
