/** The fields of the form that the element renders. Each name is the member of the contact that it fills. */
export type FieldName = 'email' | 'firstName' | 'lastName';

/** An input of the form, its own or one that the page has written. */
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Whether an element (of a form, or the target of an event) is something that a visitor fills in. */
export const isField = (element: EventTarget | null): element is Field =>
  element instanceof Element && element.matches(':is(input:not([type=hidden]),select,textarea)[name]');

/** The fields of a form, in their order on the page. */
export const fieldsOf = (form: HTMLFormElement): Field[] => [...form.elements].filter(isField);
