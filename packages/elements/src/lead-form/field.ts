/** The fields of the form. Each name is also the member of the contact that it fills, and the key of its label. */
export type FieldName = 'email' | 'firstName' | 'lastName';

/** An input of the form. */
export type Field = HTMLInputElement & { name: FieldName };

const names = new Set<string>(['email', 'firstName', 'lastName'] satisfies FieldName[]);

/** Whether an element (of a form, or the target of an event) is one of the form's fields. */
export const isField = (element: EventTarget): element is Field =>
  element instanceof HTMLInputElement && names.has(element.name);

/** The fields of a form, in their order on the page. */
export const fieldsOf = (form: HTMLFormElement): Field[] => [...form.elements].filter(isField);
