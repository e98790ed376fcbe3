import { contacts } from '@fluenzr/client/contacts';
import { createClient } from '@fluenzr/client/core';

const fluenzr = createClient({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve('token'),
  resources: { contacts },
});
const contact = await fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
console.log(contact.enrollments);
