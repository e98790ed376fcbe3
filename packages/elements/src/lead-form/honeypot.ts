import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/**
 * The input of the attribute `honeypot`, which programs fill in and people do not see. A form of the page may have it, for
 * visitors without scripts; otherwise it is made. It belongs to no form, so that browsers do not fill it in either.
 */
export function attach(host: FluenzrLeadForm): LeadAddition {
  const name = host.getAttribute('honeypot') ?? '';
  const known = host.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  const input = known ?? document.createElement('input');
  input.name = name;
  input.autocomplete = 'off';
  input.tabIndex = -1;
  input.setAttribute('form', '');
  for (const manager of ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'])
    input.setAttribute(manager, 'other');
  if (!known) {
    const place = document.createElement('div');
    place.inert = true; // neither read out nor found on the page
    for (const [property, value] of [
      ['position', 'absolute'],
      ['inline-size', '1px'],
      ['block-size', '1px'],
      ['overflow', 'hidden'],
      ['clip-path', 'inset(50%)'],
    ] as const)
      place.style.setProperty(property, value);
    place.append(input);
    host.querySelector('form')?.append(place);
  }
  return () => (input.value ? { [name]: input.value } : {});
}
