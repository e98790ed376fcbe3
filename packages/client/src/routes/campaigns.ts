import { CampaignCreate } from '../schemas/campaign-create.js';
import { CampaignGroupLink } from '../schemas/campaign-group-link.js';
import { CampaignGroupLinked } from '../schemas/campaign-group-linked.js';
import { CampaignGroups } from '../schemas/campaign-groups.js';
import { CampaignLaunch } from '../schemas/campaign-launch.js';
import { CampaignLaunched } from '../schemas/campaign-launched.js';
import { CampaignQuery } from '../schemas/campaign-query.js';
import { CampaignUpdate } from '../schemas/campaign-update.js';
import { Campaign } from '../schemas/campaign.js';
import { EnrollmentCreate } from '../schemas/enrollment-create.js';
import { EnrollmentQuery } from '../schemas/enrollment-query.js';
import { Enrollment } from '../schemas/enrollment.js';
import { EnrollmentsCreated } from '../schemas/enrollments-created.js';
import { ExcludedGroupAdd } from '../schemas/excluded-group-add.js';
import { ExcludedGroupAdded } from '../schemas/excluded-group-added.js';
import { pageOf } from '../schemas/page.js';
import type { RouteTable } from './route.js';

export const campaignRoutes = {
  'GET /campaigns': { query: CampaignQuery, answer: pageOf(Campaign) },
  'POST /campaigns': { body: CampaignCreate, answer: Campaign },
  'GET /campaigns/{id}': { answer: Campaign },
  'PATCH /campaigns/{id}': { body: CampaignUpdate, answer: Campaign },
  'POST /campaigns/{id}/launch': { body: CampaignLaunch, answer: CampaignLaunched },
  'POST /campaigns/{id}/pause': { answer: Campaign },
  'POST /campaigns/{id}/resume': { answer: Campaign },
  'POST /campaigns/{id}/archive': { answer: Campaign },
  'GET /campaigns/{id}/groups': { answer: CampaignGroups },
  'PUT /campaigns/{id}/groups/{groupId}': { body: CampaignGroupLink, answer: CampaignGroupLinked },
  'DELETE /campaigns/{id}/groups/{groupId}': {},
  'PUT /campaigns/{id}/excluded-groups/{groupId}': { body: ExcludedGroupAdd, answer: ExcludedGroupAdded },
  'DELETE /campaigns/{id}/excluded-groups/{groupId}': {},
  'GET /campaigns/{id}/enrollments': { query: EnrollmentQuery, answer: pageOf(Enrollment) },
  'POST /campaigns/{id}/enrollments': { body: EnrollmentCreate, answer: EnrollmentsCreated },
} satisfies RouteTable;
