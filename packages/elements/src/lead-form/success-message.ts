// Loaded only for a message with an `@` in it: the language of the expressions weighs half as much as the form.
import type { ContactCreated } from '@fluenzr/client';
import { renderTemplate } from '@fluenzr/expressions';

/**
 * Fills in the expressions of a success message, such as `Thank you, @contact.first_name!`. One that cannot be
 * evaluated prints nothing and is told to the developer; the rest of the message stays.
 */
export function successMessage(template: string, contact: Partial<ContactCreated>): string {
  const { id, email, firstName, lastName, language, status, tags, fields, groups = [] } = contact;
  const { text, errors } = renderTemplate(template, {
    contact: {
      id,
      email,
      name: [firstName, lastName].filter(Boolean).join(' '),
      first_name: firstName,
      last_name: lastName,
      language,
      status,
      tags,
      fields,
      groups: groups.map((group) => ({ id: group.id, name: group.name, type: group.type })),
    },
  });
  for (const { expression, message } of errors)
    console.error(`<fluenzr-lead-form> success message: ${expression}: ${message}`);
  return text;
}
