import { adopt } from '../style-sheet.js';
import { isField } from './field.js';
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

  host.addEventListener('change', ({ target }) => {
    if (!isField(target) || target.type !== 'email') return;
    const field = target;
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
  });
  host.addEventListener('input', ({ target }) => {
    if (isField(target) && target.type === 'email') hint.remove();
  });
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
