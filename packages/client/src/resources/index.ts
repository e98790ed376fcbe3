import { campaigns } from './campaigns.js';
import { contacts } from './contacts.js';
import { enrollments } from './enrollments.js';
import { fields } from './fields.js';
import { groups } from './groups.js';
import { imports } from './imports.js';
import { jobs } from './jobs.js';
import { queries } from './queries.js';
import { tags } from './tags.js';

/** Every resource, by the name that the client gives it. */
export const resources = { contacts, groups, campaigns, enrollments, imports, jobs, queries, fields, tags };
