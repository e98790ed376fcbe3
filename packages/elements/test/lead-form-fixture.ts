import { fixture, html } from '@open-wc/testing';
import type { ContactCreate, ContactCreated } from '@fluenzr/client';
import type { FluenzrLeadForm, LeadFormClient } from '@fluenzr/elements';
import '@fluenzr/elements/lead-form';
import { accepted } from './accepted-contact.js';

/** What a client throws, with the members that the form reads. */
export const failure = (members: object): Error => Object.assign(new Error('from the client'), members);

/** A client whose answers the test gives one by one, at the moment it chooses. */
export class FakeClient implements LeadFormClient {
  readonly calls: { input: ContactCreate; idempotencyKey: string }[] = [];
  readonly #waiting: { resolve: (contact: ContactCreated) => void; reject: (error: unknown) => void }[] = [];

  readonly contacts: LeadFormClient['contacts'] = {
    create: (input, { idempotencyKey }) => {
      this.calls.push({ input, idempotencyKey });
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    },
  };

  accept(): void {
    this.#waiting.shift()?.resolve(accepted);
  }

  refuse(error: unknown): void {
    this.#waiting.shift()?.reject(error);
  }
}

/** A form with a group and a client, in the page. */
export const leadForm = (client: LeadFormClient): Promise<FluenzrLeadForm> =>
  fixture<FluenzrLeadForm>(
    html`<fluenzr-lead-form group-id="grp_inbound" .client=${client}></fluenzr-lead-form>`,
  );

export const form = (element: FluenzrLeadForm): HTMLFormElement => element.querySelector('form')!;

export const field = (element: FluenzrLeadForm, name: string): HTMLInputElement =>
  element.querySelector(`input[name=${name}]`)!;

export const submitButton = (element: FluenzrLeadForm): HTMLButtonElement =>
  element.querySelector('button[type=submit]')!;

export const part = (element: FluenzrLeadForm, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part=${name}]`);

/** Types into a field as far as a script can: the value, and the event that tells of it. */
export function type(element: FluenzrLeadForm, name: string, value: string): void {
  field(element, name).value = value;
  field(element, name).dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export function fill(element: FluenzrLeadForm): void {
  type(element, 'email', 'ada@example.com');
  type(element, 'firstName', 'Ada');
  type(element, 'lastName', 'Lovelace');
}

/** What is in the fields. */
export const typed = (element: FluenzrLeadForm): Record<string, string> =>
  Object.fromEntries(['email', 'firstName', 'lastName'].map((name) => [name, field(element, name).value]));

export function submit(element: FluenzrLeadForm): void {
  submitButton(element).focus();
  form(element).requestSubmit();
}

/**
 * Puts a form into a column of 320 pixels, the narrowest that WCAG 2.2 asks for (1.4.10). Windows of some browsers cannot
 * be that narrow; the form looks at its own width only. What sticks out can be told by the column's `scrollWidth`.
 */
export function narrowColumn(element: FluenzrLeadForm): HTMLElement {
  const column = document.createElement('div');
  column.style.cssText = 'inline-size: 320px; overflow-x: auto';
  element.replaceWith(column);
  column.append(element);
  return column;
}

/** Until the client's answer has reached the form, and the form has been drawn again. */
export async function settled(element: FluenzrLeadForm): Promise<void> {
  await import('../src/lead-form/feedback.js'); // the form loads them, too
  await import('../src/lead-form/field-error-text.js');
  await new Promise((resolve) => setTimeout(resolve)); // every promise that is settled by now has had its turn
  await element.updateComplete;
}

/** Until something holds that a part of the form brings about once it is loaded. The runner's time limit ends the wait. */
export async function until(holds: () => unknown): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
}
