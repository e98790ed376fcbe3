import { contacts } from '@fluenzr/client/contacts';
import { createClient } from '@fluenzr/client/core';
import { ContactCreated } from '@fluenzr/client/schemas';
import { validate } from '@fluenzr/client/validate';

const fluenzr = createClient({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve('token'),
  resources: { contacts },
  validate: validate({ 'POST /contacts': { answer: ContactCreated } }),
});
const contact = await fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
console.log(contact.enrollments);
