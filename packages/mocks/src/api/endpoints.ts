import { campaignEndpoints } from './campaigns.js';
import { contactEndpoints } from './contacts.js';
import type { Endpoints } from './endpoint.js';
import { enrollmentEndpoints } from './enrollments.js';
import { fieldEndpoints } from './fields.js';
import { groupEndpoints } from './groups.js';
import { memberEndpoints } from './members.js';
import { queryEndpoints } from './queries.js';

/** Every endpoint that the mock backend has. A route that is missing here is answered 501. */
export const endpoints: Endpoints = {
  ...contactEndpoints,
  ...groupEndpoints,
  ...memberEndpoints,
  ...campaignEndpoints,
  ...enrollmentEndpoints,
  ...fieldEndpoints,
  ...queryEndpoints,
};
