import ky from 'ky';
import * as z from 'zod/mini';

const Contact = z.looseObject({
  id: z.string(),
  email: z.string(),
  emailStatus: z.string(),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  status: z.string(),
  language: z.nullable(z.string()),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.unknown()),
  groups: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastEngagedAt: z.nullable(z.iso.datetime()),
  version: z.number(),
  enrollments: z.array(z.looseObject({ campaignId: z.string(), status: z.string() })),
});
const answer = await ky
  .post('https://crm.example.com/api/v1/contacts', { json: { email: 'ada@example.com' } })
  .json();
console.log(z.parse(Contact, answer).id);
