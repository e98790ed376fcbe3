import { adopt } from '../style-sheet.js';
import { type Field, fieldsOf, isField } from './field.js';
import { enFeedback } from './labels-en-feedback.js';
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';
import { mailHintStyles } from './mail-hint.styles.js';
import { mailTypo } from './mail-typo.js';

/** Asks, below an e-mail address that looks like a slip, whether another was meant. It never holds a submit up. */
export function attach(host: FluenzrLeadForm): LeadAddition | undefined {
  const hint = document.createElement('p');
  hint.className = 'fluenzr-hint';
  hint.setAttribute('role', 'status');

  const look = (field: Field): void => {
    if (field.type !== 'email') return;
    const meant = mailTypo(field.value.trim());
    if (!meant) {
      hint.remove();
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = { ...enFeedback, ...host.texts }.emailHint.replace(
      '{domain}',
      meant.slice(meant.lastIndexOf('@') + 1),
    );
    button.addEventListener('click', () => {
      field.value = meant;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      field.focus();
      hint.remove();
    });
    (field.closest('label') ?? field).after(hint);
    adopt(host.getRootNode() as Document | ShadowRoot, mailHintStyles);
    placeBelow(hint, field);
    hint.replaceChildren(button); // last, so that it is read out
  };
  host.addEventListener('change', ({ target }) => {
    if (isField(target)) look(target);
  });
  host.addEventListener('reset', () => hint.remove());
  host.addEventListener('input', ({ target }) => {
    if (isField(target) && target.type === 'email') hint.remove();
  });
  const form = host.querySelector('form');
  for (const field of form ? fieldsOf(form) : []) look(field); // filled in by the browser at the first focus, or by the page
  return undefined;
}

/** A button that is about to be pressed must not move: the question takes no room of its own. */
function placeBelow(hint: HTMLElement, field: HTMLElement): void {
  const from = field.closest('form')?.getBoundingClientRect();
  const { left, bottom, width } = field.getBoundingClientRect();
  hint.style.setProperty('top', `${bottom - (from?.top ?? 0)}px`);
  hint.style.setProperty('left', `${left - (from?.left ?? 0)}px`);
  hint.style.setProperty('width', `${width}px`);
}
