import { markup, toElement, type Markup } from './markup.js';

/** The fields that can be chosen, by the name of the choice. E-mail is always there. */
const fields = {
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  phone: 'Phone',
  topic: 'Select',
  message: 'Message',
} as const;

const option = (value: string, text: string) => markup('option', { value }, text);

const presence = (name: string, title: string): Markup =>
  name === 'email'
    ? markup('span', { class: 'always' }, 'always')
    : markup(
        'select',
        { name, 'aria-label': title },
        option('off', 'no'),
        option('optional', 'optional'),
        option('required', 'required'),
      );

const label = (name: string, title: string): Markup =>
  markup('input', {
    name: `${name}Label`,
    'aria-label': `Label of ${title.toLowerCase()}`,
    maxlength: '120',
    'data-wording': name,
  });

/** Puts a row for each field into a list: whether the form has it, and how it is labelled. */
export function addFieldRows(list: HTMLElement): void {
  for (const [name, title] of Object.entries(fields))
    list.append(
      toElement(
        markup('li', {}, markup('span', {}, title), presence(name, title), label(name, title)),
        list.ownerDocument,
      ),
    );
}
