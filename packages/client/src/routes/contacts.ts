import { ContactBatchResults } from '../schemas/contact-batch-results.js';
import { ContactBatch } from '../schemas/contact-batch.js';
import { ContactCreate } from '../schemas/contact-create.js';
import { ContactCreated } from '../schemas/contact-created.js';
import { ContactEnrollmentQuery } from '../schemas/contact-enrollment-query.js';
import { ContactGroup } from '../schemas/contact-group.js';
import { ContactQuery } from '../schemas/contact-query.js';
import { ContactUpdate } from '../schemas/contact-update.js';
import { Contact } from '../schemas/contact.js';
import { Enrollment } from '../schemas/enrollment.js';
import { ExplainQuery } from '../schemas/explain-query.js';
import { Explanation } from '../schemas/explanation.js';
import { ListQuery } from '../schemas/list-query.js';
import { pageOf } from '../schemas/page.js';
import type { RouteTable } from './route.js';

export const contactRoutes = {
  'POST /contacts': { body: ContactCreate, answer: ContactCreated },
  'GET /contacts': { query: ContactQuery, answer: pageOf(Contact) },
  'GET /contacts/{id}': { answer: Contact },
  'PATCH /contacts/{id}': { body: ContactUpdate, answer: Contact },
  'DELETE /contacts/{id}': {},
  'POST /contacts/batch': { body: ContactBatch, answer: ContactBatchResults },
  'GET /contacts/{id}/groups': { query: ListQuery, answer: pageOf(ContactGroup) },
  'GET /contacts/{id}/enrollments': { query: ContactEnrollmentQuery, answer: pageOf(Enrollment) },
  'GET /contacts/{id}/explain': { query: ExplainQuery, answer: Explanation },
} satisfies RouteTable;
