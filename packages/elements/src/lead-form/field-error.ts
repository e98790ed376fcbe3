import { leadId } from '@fluenzr/client/leads';
import type { Field } from './field.js';

/**
 * Shows a message beside an input and ties it to it (`aria-invalid`, `aria-describedby`), or with `undefined` takes
 * the message away. Both stand in the light DOM: a reference by id cannot cross the edge of a shadow root.
 */
export function showFieldError(field: Field, text: string | undefined): void {
  field.id ||= `fluenzr-${leadId()}`;
  const id = `${field.id}-error`;
  let message = field.form?.querySelector(`#${CSS.escape(id)}`);
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((each) => each && each !== id);
  if (text === undefined) message?.remove();
  else {
    if (!message) {
      message = document.createElement('p');
      message.id = id;
      message.className = 'fluenzr-error';
      (field.closest('label') ?? field).after(message);
    }
    if (message.textContent !== text) message.textContent = text;
    described.push(id);
  }
  field.setAttribute('aria-invalid', String(text !== undefined));
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}
