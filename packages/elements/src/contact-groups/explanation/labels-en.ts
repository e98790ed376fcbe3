import { loadFailureEn } from '../../load-failure/labels-en.js';
import { reasonsEn } from '../../reasons/labels-en.js';
import type { ExplanationLabels } from './labels.js';

export const explanationEn: ExplanationLabels = {
  ...loadFailureEn,
  reasons: reasonsEn,
  choose: 'Group or campaign',
  groups: 'Groups',
  campaigns: 'Campaigns',
  loadingWhy: 'Loading',
  outcomes: {
    MEMBER: 'The contact is in {name}.',
    NOT_MEMBER: 'The contact is not in {name}.',
    ENROLLED: 'The contact is enrolled in {name}.',
    NOT_ENROLLED: 'The contact is not enrolled in {name}.',
  },
  since: 'Since {date}.',
  conditions: {
    GROUP_OPEN: 'The group is in use',
    JOINED: 'Somebody or something put the contact into the group',
    CAMPAIGN_RUNNING: 'The campaign is running',
    FIRST_ENROLLMENT: 'The contact has not been through the campaign before',
    CONTACT_ACTIVE: 'The contact is active',
    EMAIL_VALID: 'The e-mail address is valid',
    NOT_EXCLUDED: 'The contact is in no group that the campaign excludes',
    QUALIFYING_GROUP: 'A linked group brings the contact into the campaign',
  },
  holds: 'Yes',
  holdsNot: 'No',
};
