import { campaignGroupEndpoints } from './campaign-groups.js';
import { campaignEndpoints } from './campaigns.js';
import { contactEndpoints } from './contacts.js';
import type { Endpoints } from './endpoint.js';
import { enrollmentEndpoints } from './enrollments.js';
import { explainEndpoints } from './explain.js';
import { fieldEndpoints } from './fields.js';
import { groupActionEndpoints } from './group-actions.js';
import { groupEndpoints } from './groups.js';
import { importEndpoints } from './imports.js';
import { jobEndpoints } from './jobs.js';
import { memberEndpoints } from './members.js';
import { queryEndpoints } from './queries.js';
import { tagEndpoints } from './tags.js';

/** Every endpoint: a route of the table that is missing here does not compile. */
export const endpoints: Required<Endpoints> = {
  ...contactEndpoints,
  ...explainEndpoints,
  ...groupEndpoints,
  ...groupActionEndpoints,
  ...memberEndpoints,
  ...campaignEndpoints,
  ...campaignGroupEndpoints,
  ...enrollmentEndpoints,
  ...fieldEndpoints,
  ...importEndpoints,
  ...jobEndpoints,
  ...queryEndpoints,
  ...tagEndpoints,
};
