import { AddToCampaign } from '../schemas/add-to-campaign.js';
import { ApplyTags } from '../schemas/apply-tags.js';
import { DeleteContacts } from '../schemas/delete-contacts.js';
import { ExportCreate } from '../schemas/export-create.js';
import { GroupArchive } from '../schemas/group-archive.js';
import { GroupCreate } from '../schemas/group-create.js';
import { GroupDeleteQuery } from '../schemas/group-delete-query.js';
import { GroupDetails } from '../schemas/group-details.js';
import { GroupGetQuery } from '../schemas/group-get-query.js';
import { GroupFreeze } from '../schemas/group-freeze.js';
import { GroupMerge } from '../schemas/group-merge.js';
import { GroupQuery } from '../schemas/group-query.js';
import { GroupStatistics } from '../schemas/group-statistics.js';
import { GroupSuggestion } from '../schemas/group-suggestion.js';
import { GroupUpdate } from '../schemas/group-update.js';
import { GroupUsages } from '../schemas/group-usages.js';
import { Group } from '../schemas/group.js';
import { Job } from '../schemas/job.js';
import { MemberAdd } from '../schemas/member-add.js';
import { MemberChangesResult } from '../schemas/member-changes-result.js';
import { MemberChanges } from '../schemas/member-changes.js';
import { MemberQuery } from '../schemas/member-query.js';
import { Member } from '../schemas/member.js';
import { pageOf } from '../schemas/page.js';
import { StatisticsQuery } from '../schemas/statistics-query.js';
import { SuggestionQuery } from '../schemas/suggestion-query.js';
import type { RouteTable } from './route.js';

export const groupRoutes = {
  'GET /groups': { query: GroupQuery, answer: pageOf(Group) },
  'POST /groups': { body: GroupCreate, answer: Group },
  'GET /groups/suggestions': { query: SuggestionQuery, answer: pageOf(GroupSuggestion) },
  'GET /groups/{id}': { query: GroupGetQuery, answer: GroupDetails },
  'PATCH /groups/{id}': { body: GroupUpdate, answer: Group },
  'DELETE /groups/{id}': { query: GroupDeleteQuery },
  'POST /groups/{id}/freeze': { body: GroupFreeze, answer: Group },
  'GET /groups/{id}/usages': { answer: GroupUsages },
  'POST /groups/{id}/archive': { body: GroupArchive, answer: Group },
  'POST /groups/{id}/restore': { answer: Group },
  'POST /groups/{id}/merge': { body: GroupMerge, answer: Job },
  'GET /groups/{id}/contacts': { query: MemberQuery, answer: pageOf(Member) },
  'PUT /groups/{id}/contacts/{contactId}': { body: MemberAdd, answer: Member },
  'DELETE /groups/{id}/contacts/{contactId}': {},
  'POST /groups/{id}/contacts/changes': { body: MemberChanges, answer: MemberChangesResult },
  'GET /groups/{id}/statistics': { query: StatisticsQuery, answer: GroupStatistics },
  'POST /groups/{id}/actions/export': { body: ExportCreate, answer: Job },
  'POST /groups/{id}/actions/add-to-campaign': { body: AddToCampaign, answer: Job },
  'POST /groups/{id}/actions/apply-tags': { body: ApplyTags, answer: Job },
  'POST /groups/{id}/actions/delete-contacts': { body: DeleteContacts, answer: Job },
} satisfies RouteTable;
