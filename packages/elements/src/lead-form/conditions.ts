/**
 * Fields that show only where they are asked for: `data-show-if` on an input, or on what stands around some. Loaded where
 * a form has one.
 *
 * @module
 */
import { adopt, css } from '../style-sheet.js';
import { type Condition, ConditionError, parseCondition } from './condition.js';
import type { FluenzrLeadForm } from './lead-form.js';

const styles = css`
  @layer fluenzr {
    fluenzr-lead-form [data-show-if][hidden] {
      display: none !important;
    }
  }
`;

type Control =
  HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement | HTMLFieldSetElement;

/**
 * Shows and hides what has a condition, now and whenever something is filled in. What is hidden is disabled, so that it is
 * neither sent nor checked, and counts as empty for other conditions; what was typed into it stays, and is there again with
 * it. What cannot be understood is told to the developer, and shows.
 */
export function attach(host: FluenzrLeadForm): undefined {
  const form = host.querySelector('form');
  if (!form) return;
  adopt(form.getRootNode() as Document | ShadowRoot, styles);

  const controls = (): Control[] => [...form.elements] as Control[];
  const values = (name: string): string[] =>
    controls().flatMap((control) =>
      control.name === name && !control.matches(':disabled') ? valuesOf(control) : [],
    );
  const rules: { element: HTMLElement; condition: Condition }[] = [];
  for (const element of form.querySelectorAll<HTMLElement>('[data-show-if]')) {
    const condition = conditionOf(element, new Set(controls().map(({ name }) => name)));
    if (condition) rules.push({ element, condition });
    element.toggleAttribute('data-fluenzr-ready', true);
  }

  /** Those that are disabled because they are hidden: the page may have disabled others. */
  const away = new Set<Control>();
  const apply = (): boolean => {
    let changed = false;
    for (const { element, condition } of rules) {
      if (element.hidden !== condition.holds(values)) continue;
      element.hidden = !element.hidden;
      changed = true;
      for (const control of controls()) {
        const hidden = control.closest('[data-show-if][hidden]') !== null;
        if (hidden && !control.disabled) away.add(control);
        if (hidden || away.delete(control)) control.disabled = hidden;
      }
    }
    return changed;
  };
  const update = (): void => {
    // a field that has gone may let another one go
    for (let turn = 0; turn <= rules.length; turn += 1) if (!apply()) return;
    console.error('<fluenzr-lead-form> data-show-if: conditions contradict each other in a circle', form);
  };
  for (const type of ['input', 'change']) form.addEventListener(type, update);
  form.addEventListener('reset', () => setTimeout(update)); // the event comes before what it tells of
  addEventListener('pageshow', update, { once: true }); // by then the browser has filled in again what it remembers
  update();
}

function conditionOf(element: HTMLElement, known: ReadonlySet<string>): Condition | undefined {
  const source = element.dataset.showIf ?? '';
  try {
    const condition = parseCondition(source);
    const unknown = [...condition.names].find((name) => !known.has(name));
    if (unknown !== undefined)
      throw new ConditionError(`There is no input with the name ${unknown}.`, source.indexOf(unknown));
    return condition;
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    const { message, position } = error;
    console.error(
      `<fluenzr-lead-form> data-show-if: ${message}\n${source}\n${' '.repeat(position)}^`,
      element,
    );
    return undefined;
  }
}

function valuesOf(control: Control): string[] {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(({ value }) => value);
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type) && !control.checked)
    return [];
  return 'value' in control ? [control.value.trim()] : [];
}
