import ky from 'ky';

console.log(
  await ky.post('https://crm.example.com/api/v1/contacts', { json: { email: 'ada@example.com' } }).json(),
);
