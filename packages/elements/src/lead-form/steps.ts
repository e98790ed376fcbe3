/**
 * A form in steps: every `<fieldset data-step>` is one, its legend the heading. Loaded where a form has some; without it,
 * and without JavaScript, they stand below each other.
 *
 * @module
 */
import { adopt } from '../style-sheet.js';
import { fieldsOf } from './field.js';
import { enSteps } from './labels-en-steps.js';
import type { FluenzrLeadForm } from './lead-form.js';
import { stepStyles } from './steps.styles.js';

const made = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  members: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), members);

/** Takes an element away, whatever the page's CSS says of `hidden`. */
const away = (element: Element, gone: boolean): boolean => element.classList.toggle('fluenzr-away', gone);

/** Shows one step of a form at a time. */
export function attach(host: FluenzrLeadForm): undefined {
  const form = host.querySelector('form');
  if (form) new Steps(host, form).show();
}

class Steps {
  readonly #host: FluenzrLeadForm;
  readonly #form: HTMLFormElement;
  /** The steps and what their legends say. */
  readonly #titles = new Map<HTMLFieldSetElement, string>();
  readonly #progress = made('ol', { className: 'fluenzr-progress' });
  readonly #next = made('button', { type: 'button', className: 'fluenzr-next' });
  readonly #back = made('button', { type: 'button', className: 'fluenzr-back' });
  #current: HTMLFieldSetElement | undefined;

  constructor(host: FluenzrLeadForm, form: HTMLFormElement) {
    this.#host = host;
    this.#form = form;
    this.#progress.setAttribute('role', 'list'); // Safari takes a list without bullets for none
    for (const step of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-step]')) {
      step.toggleAttribute('data-fluenzr-ready', true);
      const legend = step.querySelector('legend') ?? made('legend', {});
      this.#titles.set(step, legend.textContent.trim());
      legend.tabIndex = -1;
      legend.prepend(made('span', { className: 'fluenzr-step' }));
      step.prepend(legend);
    }
    adopt(form.getRootNode() as Document | ShadowRoot, stepStyles);
    form.prepend(this.#progress);
    form.append(this.#next, this.#back);
    this.#next.addEventListener('click', () => this.#goOn());
    this.#back.addEventListener('click', () => this.#goTo(this.#steps[this.#index - 1]));
    form.addEventListener('submit', this.#onSubmit);
    form.addEventListener('reset', () => this.#show(this.#steps[0]));
    form.addEventListener('fluenzr-reveal', ({ target }) => this.#show(this.#stepOf(target as Element)));
    host.addEventListener('fluenzr-invalid', ({ errors }) => this.#showFirst(errors));
    host.addEventListener('fluenzr-update', () => this.show()); // other labels
    // a condition may let a step come and go
    new MutationObserver(() => this.show()).observe(form, { attributeFilter: ['hidden'], subtree: true });
  }

  /** The steps that no condition has taken away. */
  get #steps(): HTMLFieldSetElement[] {
    return [...this.#titles.keys()].filter((step) => !step.hidden);
  }

  get #index(): number {
    return this.#current ? this.#steps.indexOf(this.#current) : -1;
  }

  #stepOf(element: Element): HTMLFieldSetElement | undefined {
    return this.#steps.find((step) => step.contains(element));
  }

  /** Enter in a field submits a form: before the last step that means to go on. */
  readonly #onSubmit = (event: SubmitEvent): void => {
    if (this.#index === this.#steps.length - 1) return;
    event.preventDefault();
    event.stopPropagation(); // the form sends what it hears of
    this.#goOn();
  };

  #goOn(): void {
    const fields = fieldsOf(this.#form).filter((field) => {
      const step = field.closest('fieldset[data-step]');
      return !step || step === this.#current;
    });
    if (this.#host.check(fields)) this.#goTo(this.#steps[this.#index + 1]);
  }

  /** Shows the first step with a field that has to be corrected. */
  #showFirst(errors: ReadonlyMap<string, string>): void {
    const first = fieldsOf(this.#form).find((field) => errors.has(field.name));
    const step = first && this.#stepOf(first);
    if (step) this.#show(step);
  }

  /** Shows a step, and leads the visitor to its heading. */
  #goTo(step: HTMLFieldSetElement | undefined): void {
    if (!step || this.#form.ariaBusy === 'true') return;
    this.#show(step);
    const legend = step.querySelector('legend');
    legend?.getBoundingClientRect(); // Firefox focuses a legend only when it is laid out already
    legend?.focus();
  }

  #show(step: HTMLFieldSetElement | undefined): void {
    if (step) this.#current = step;
    this.show();
  }

  /** Shows the step of the moment; where that has gone, the first. */
  show(): void {
    const steps = this.#steps;
    if (this.#index < 0) this.#current = steps[0];
    const index = this.#index;
    const last = index >= steps.length - 1;
    const labels = { ...enSteps, ...this.#host.texts };
    for (const step of this.#titles.keys()) away(step, step !== this.#current);
    this.#progress.replaceChildren(
      ...steps.map((step, at) => {
        const number = labels.step
          .replace('{step}', (at + 1).toLocaleString(labels.language))
          .replace('{steps}', steps.length.toLocaleString(labels.language));
        const place = step.querySelector('.fluenzr-step');
        if (place) place.textContent = number;
        const item = made('li', { className: at < index ? 'fluenzr-done' : '' });
        item.append(made('span', { textContent: this.#titles.get(step) || number }));
        if (at === index) item.ariaCurrent = 'step';
        return item;
      }),
    );
    this.#next.textContent = labels.next;
    this.#back.textContent = labels.back;
    away(this.#next, last);
    away(this.#back, index <= 0);
    for (const button of this.#form.querySelectorAll('button, input'))
      if (/^(submit|image)$/.test((button as HTMLInputElement).type)) away(button, !last);
  }
}
