import type { Routes } from '@fluenzr/client/routes';
import type { problemCodes } from '@fluenzr/client/schemas';

type ProblemCode = (typeof problemCodes)[number];

/** What the reference says of an endpoint beside the shapes, which come from the schemas. */
export interface EndpointDescription {
  summary: string;
  /** What each success means, by status. */
  success: Partial<Record<200 | 201 | 202 | 204, string>>;
  /** The codes of its own refusals, by status, beside those that any request can meet. */
  problems?: Partial<Record<400 | 404 | 409 | 412 | 413 | 415 | 422, ProblemCode[]>>;
  /** Takes `If-Match`. */
  conditional?: true;
}

const contactMissing = { 404: ['CONTACT_NOT_FOUND'] } satisfies EndpointDescription['problems'];
const groupMissing = { 404: ['GROUP_NOT_FOUND'] } satisfies EndpointDescription['problems'];
const campaignMissing = { 404: ['CAMPAIGN_NOT_FOUND'] } satisfies EndpointDescription['problems'];
const accepted = { 202: 'Accepted; the job tells how it goes.' };

/** Every endpoint of the table: one that is missing here does not compile. */
export const endpoints: Record<keyof Routes, EndpointDescription> = {
  'POST /contacts': {
    summary: 'Create a contact, put it into groups, and enrol it in their running campaigns',
    success: {
      201: 'Created.',
      200: 'The e-mail address is known: the contact joined the groups, and blanks were filled.',
    },
    problems: {
      409: ['GROUP_IS_SMART', 'GROUP_ARCHIVED', 'CONTACT_EXISTS'],
      422: ['INVALID_EMAIL_FORMAT', 'GROUP_NOT_FOUND', 'VALIDATION_FAILED'],
    },
  },
  'GET /contacts': {
    summary: 'List contacts',
    success: { 200: 'A page of contacts.' },
    problems: { 422: ['QUERY_INVALID'] },
  },
  'GET /contacts/{id}': {
    summary: 'Get a contact',
    success: { 200: 'The contact.' },
    problems: contactMissing,
  },
  'PATCH /contacts/{id}': {
    summary: 'Change a contact (merge patch)',
    success: { 200: 'The contact as it is now.' },
    problems: {
      ...contactMissing,
      409: ['EMAIL_TAKEN', 'INVALID_STATUS_TRANSITION'],
      412: ['PRECONDITION_FAILED'],
      422: ['INVALID_EMAIL_FORMAT', 'VALIDATION_FAILED'],
    },
    conditional: true,
  },
  'DELETE /contacts/{id}': {
    summary: 'Delete a contact for good',
    success: { 204: 'Deleted.' },
    problems: { ...contactMissing, 412: ['PRECONDITION_FAILED'] },
    conditional: true,
  },
  'POST /contacts/batch': {
    summary: 'Create up to 1,000 contacts; each item has its own outcome',
    success: { 200: 'What became of each item.' },
    problems: { 413: ['PAYLOAD_TOO_LARGE'], 422: ['VALIDATION_FAILED'] },
  },
  'GET /contacts/{id}/groups': {
    summary: "List a contact's groups",
    success: { 200: 'A page of groups, with when and how the contact joined each.' },
    problems: contactMissing,
  },
  'GET /contacts/{id}/enrollments': {
    summary: "List a contact's enrolments",
    success: { 200: 'A page of enrolments.' },
    problems: contactMissing,
  },
  'GET /contacts/{id}/explain': {
    summary: 'Say why a contact is, or is not, in a group or enrolled in a campaign',
    success: { 200: 'Each condition with its outcome.' },
    problems: {
      404: ['CONTACT_NOT_FOUND', 'GROUP_NOT_FOUND', 'CAMPAIGN_NOT_FOUND'],
      422: ['VALIDATION_FAILED'],
    },
  },
  'GET /groups': { summary: 'List groups', success: { 200: 'A page of groups.' } },
  'POST /groups': {
    summary: 'Create a group',
    success: { 201: 'Created. A smart group is INITIALIZING until its query has been evaluated.' },
    problems: {
      409: ['GROUP_NAME_TAKEN'],
      422: [
        'QUERY_INVALID',
        'QUERY_NOT_ALLOWED_AS_GROUP',
        'QUERY_REQUIRED',
        'QUERY_NOT_ALLOWED',
        'VALIDATION_FAILED',
      ],
    },
  },
  'GET /groups/suggestions': {
    summary: 'List groups that are worth tidying up',
    success: { 200: 'A page of suggestions.' },
  },
  'GET /groups/{id}': { summary: 'Get a group', success: { 200: 'The group.' }, problems: groupMissing },
  'PATCH /groups/{id}': {
    summary: 'Change a group',
    success: { 200: 'The group as it is now. With a new query it is EVALUATING.' },
    problems: {
      ...groupMissing,
      409: ['GROUP_EVALUATING', 'TYPE_CHANGE_NOT_ALLOWED', 'GROUP_ARCHIVED', 'GROUP_NAME_TAKEN'],
      412: ['PRECONDITION_FAILED'],
      422: ['QUERY_INVALID', 'QUERY_NOT_ALLOWED_AS_GROUP', 'QUERY_NOT_ALLOWED', 'VALIDATION_FAILED'],
    },
    conditional: true,
  },
  'DELETE /groups/{id}': {
    summary: 'Delete a group; its contacts stay',
    success: { 204: 'Deleted.' },
    problems: { ...groupMissing, 409: ['GROUP_IN_USE'], 412: ['PRECONDITION_FAILED'] },
    conditional: true,
  },
  'POST /groups/{id}/freeze': {
    summary: 'Make a static copy of a smart group',
    success: { 201: 'The copy.' },
    problems: {
      ...groupMissing,
      409: ['GROUP_EVALUATING', 'GROUP_NAME_TAKEN', 'TYPE_CHANGE_NOT_ALLOWED'],
      422: ['VALIDATION_FAILED'],
    },
  },
  'GET /groups/{id}/usages': {
    summary: 'Say where a group is used',
    success: { 200: 'The campaigns, exclusions and steps that use it.' },
    problems: groupMissing,
  },
  'POST /groups/{id}/archive': {
    summary: 'Archive a group',
    success: { 200: 'The group.' },
    problems: { ...groupMissing, 409: ['GROUP_IN_USE'] },
  },
  'POST /groups/{id}/restore': {
    summary: 'Restore an archived group',
    success: { 200: 'The group.' },
    problems: { ...groupMissing, 409: ['INVALID_TRANSITION'] },
  },
  'POST /groups/{id}/merge': {
    summary: 'Move the members of other groups into this one, and archive those',
    success: accepted,
    problems: {
      ...groupMissing,
      409: ['MERGE_SMART_GROUP', 'GROUP_IN_USE', 'GROUP_ARCHIVED'],
      422: ['GROUP_NOT_FOUND', 'VALIDATION_FAILED'],
    },
  },
  'GET /groups/{id}/contacts': {
    summary: "List a group's members",
    success: { 200: 'A page of contacts, with when and how each joined.' },
    problems: groupMissing,
  },
  'PUT /groups/{id}/contacts/{contactId}': {
    summary: 'Add a contact to a group',
    success: { 201: 'Joined.', 200: 'Was a member already.' },
    problems: { 404: ['GROUP_NOT_FOUND', 'CONTACT_NOT_FOUND'], 409: ['GROUP_IS_SMART', 'GROUP_ARCHIVED'] },
  },
  'DELETE /groups/{id}/contacts/{contactId}': {
    summary: 'Remove a contact from a group; the contact stays in FluenzR',
    success: { 204: 'Not a member (any more).' },
    problems: { 404: ['GROUP_NOT_FOUND', 'CONTACT_NOT_FOUND'], 409: ['GROUP_IS_SMART'] },
  },
  'POST /groups/{id}/contacts/changes': {
    summary: 'Add and remove up to 1,000 contacts',
    success: { 200: 'What became of each id.' },
    problems: {
      ...groupMissing,
      409: ['GROUP_IS_SMART', 'GROUP_ARCHIVED'],
      422: ['VALIDATION_FAILED'],
    },
  },
  'GET /groups/{id}/statistics': {
    summary: 'Get a group in figures',
    success: { 200: 'The figures.' },
    problems: { ...groupMissing, 422: ['VALIDATION_FAILED'] },
  },
  'POST /groups/{id}/actions/export': {
    summary: 'Export the members as CSV',
    success: accepted,
    problems: { ...groupMissing, 422: ['VALIDATION_FAILED'] },
  },
  'POST /groups/{id}/actions/add-to-campaign': {
    summary: 'Enrol all members in a campaign',
    success: accepted,
    problems: {
      404: ['GROUP_NOT_FOUND'],
      409: ['CAMPAIGN_NOT_ACTIVE'],
      422: ['CAMPAIGN_NOT_FOUND', 'VALIDATION_FAILED'],
    },
  },
  'POST /groups/{id}/actions/apply-tags': {
    summary: 'Add tags to all members, or remove them',
    success: accepted,
    problems: { ...groupMissing, 422: ['VALIDATION_FAILED'] },
  },
  'POST /groups/{id}/actions/delete-contacts': {
    summary: 'Delete all members from FluenzR for good',
    success: accepted,
    problems: {
      ...groupMissing,
      400: ['IDEMPOTENCY_KEY_REQUIRED'],
      409: ['COUNT_CHANGED'],
      422: ['CONFIRMATION_REQUIRED'],
    },
  },
  'GET /campaigns': { summary: 'List campaigns', success: { 200: 'A page of campaigns.' } },
  'POST /campaigns': {
    summary: 'Create a campaign',
    success: { 201: 'Created, as a draft.' },
    problems: { 422: ['VALIDATION_FAILED', 'GROUP_NOT_FOUND'] },
  },
  'GET /campaigns/{id}': {
    summary: 'Get a campaign',
    success: { 200: 'The campaign.' },
    problems: campaignMissing,
  },
  'PATCH /campaigns/{id}': {
    summary: 'Change a campaign',
    success: { 200: 'The campaign as it is now.' },
    problems: {
      ...campaignMissing,
      409: ['INVALID_TRANSITION'],
      412: ['PRECONDITION_FAILED'],
      422: ['VALIDATION_FAILED', 'GROUP_NOT_FOUND'],
    },
    conditional: true,
  },
  'POST /campaigns/{id}/launch': {
    summary: 'Launch a campaign, and enrol the members of its groups',
    success: { 200: 'The campaign and its audience.' },
    problems: { ...campaignMissing, 409: ['INVALID_TRANSITION', 'NO_AUDIENCE'] },
  },
  'POST /campaigns/{id}/pause': {
    summary: 'Pause a running campaign',
    success: { 200: 'The campaign.' },
    problems: { ...campaignMissing, 409: ['INVALID_TRANSITION'] },
  },
  'POST /campaigns/{id}/resume': {
    summary: 'Resume a paused campaign; those who joined meanwhile are enrolled',
    success: { 200: 'The campaign.' },
    problems: { ...campaignMissing, 409: ['INVALID_TRANSITION'] },
  },
  'POST /campaigns/{id}/archive': {
    summary: 'Archive a campaign',
    success: { 200: 'The campaign.' },
    problems: { ...campaignMissing, 409: ['INVALID_TRANSITION'] },
  },
  'GET /campaigns/{id}/groups': {
    summary: "List a campaign's groups with their figures",
    success: { 200: 'The groups; the totals count a contact once.' },
    problems: campaignMissing,
  },
  'PUT /campaigns/{id}/groups/{groupId}': {
    summary: 'Link a group to a campaign',
    success: { 200: 'The link.' },
    problems: {
      404: ['CAMPAIGN_NOT_FOUND', 'GROUP_NOT_FOUND'],
      409: ['GROUP_EXCLUDED', 'GROUP_ARCHIVED', 'GROUP_EVALUATING', 'CAMPAIGN_COMPLETED'],
      422: ['VALIDATION_FAILED'],
    },
  },
  'DELETE /campaigns/{id}/groups/{groupId}': {
    summary: 'Unlink a group from a campaign',
    success: { 204: 'Not linked (any more).' },
    problems: { 404: ['CAMPAIGN_NOT_FOUND', 'GROUP_NOT_FOUND'] },
  },
  'PUT /campaigns/{id}/excluded-groups/{groupId}': {
    summary: 'Exclude a group from a campaign; running enrolments of its members stop',
    success: { 200: 'How many enrolments stopped.' },
    problems: { 404: ['CAMPAIGN_NOT_FOUND', 'GROUP_NOT_FOUND'], 409: ['GROUP_LINKED', 'GROUP_ARCHIVED'] },
  },
  'DELETE /campaigns/{id}/excluded-groups/{groupId}': {
    summary: 'Lift an exclusion; nothing that it stopped begins again',
    success: { 204: 'Not excluded (any more).' },
    problems: { 404: ['CAMPAIGN_NOT_FOUND', 'GROUP_NOT_FOUND'] },
  },
  'GET /campaigns/{id}/enrollments': {
    summary: "List a campaign's enrolments with their metrics",
    success: { 200: 'A page of enrolments.' },
    problems: campaignMissing,
  },
  'POST /campaigns/{id}/enrollments': {
    summary: 'Enrol up to 1,000 contacts by hand',
    success: { 200: 'Who was enrolled, and who was not and why.' },
    problems: { ...campaignMissing, 409: ['CAMPAIGN_NOT_ACTIVE'], 422: ['VALIDATION_FAILED'] },
  },
  'POST /enrollments/{id}/stop': {
    summary: 'Stop an enrolment',
    success: { 200: 'The enrolment.' },
    problems: { 404: ['ENROLLMENT_NOT_FOUND'], 409: ['INVALID_TRANSITION'] },
  },
  'POST /imports': {
    summary: 'Import contacts from a CSV file (at most 50 MB and 100,000 rows)',
    success: accepted,
    problems: {
      409: ['GROUP_IS_SMART', 'GROUP_ARCHIVED'],
      413: ['PAYLOAD_TOO_LARGE'],
      415: ['UNSUPPORTED_MEDIA_TYPE'],
      422: ['MAPPING_INVALID', 'GROUP_NOT_FOUND', 'VALIDATION_FAILED'],
    },
  },
  'GET /jobs': { summary: 'List jobs', success: { 200: 'A page of jobs.' } },
  'GET /jobs/{id}': {
    summary: 'Get a job; while it runs, `Retry-After` says when to ask again',
    success: { 200: 'The job.' },
    problems: { 404: ['JOB_NOT_FOUND'] },
  },
  'GET /jobs/{id}/errors': {
    summary: 'List what failed in a job',
    success: { 200: 'A page of errors, by row or id.' },
    problems: { 404: ['JOB_NOT_FOUND'] },
  },
  'POST /jobs/{id}/cancel': {
    summary: 'Cancel a job; what it has done stays done',
    success: { 200: 'The job.' },
    problems: { 404: ['JOB_NOT_FOUND'], 409: ['INVALID_TRANSITION'] },
  },
  'POST /queries/parse': {
    summary: 'Check a contact query, and give its normal form',
    success: { 200: 'What it means, or everything that is wrong with it.' },
  },
  'POST /queries/preview': {
    summary: 'Count the contacts that a query or a choice of groups matches',
    success: { 200: 'The number, and up to five of them.' },
    problems: { 422: ['QUERY_INVALID', 'GROUP_NOT_FOUND', 'VALIDATION_FAILED'] },
  },
  'GET /fields': { summary: 'List custom fields', success: { 200: 'A page of field definitions.' } },
  'POST /fields': {
    summary: 'Define a custom field',
    success: { 201: 'Created.' },
    problems: { 409: ['FIELD_EXISTS'], 422: ['VALIDATION_FAILED'] },
  },
  'DELETE /fields/{key}': {
    summary: 'Delete a custom field',
    success: { 204: 'Deleted.' },
    problems: { 404: ['FIELD_NOT_FOUND'], 409: ['FIELD_IN_USE'] },
  },
  'GET /tags': { summary: 'List tags in use', success: { 200: 'A page of tags.' } },
};
