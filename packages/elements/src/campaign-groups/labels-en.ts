import { loadFailureEn } from '../load-failure/labels-en.js';
import type { CampaignGroupsLabels } from './labels.js';

export const campaignGroupsEn: CampaignGroupsLabels = {
  ...loadFailureEn,
  dynamic: 'Dynamic',
  smart: 'Smart',
  loading: 'Loading the groups',
  failed: 'The groups could not be loaded.',
  retry: 'Try again',
  group: 'Group',
  contacts: 'Contacts',
  openRate: 'Open rate',
  clickRate: 'Click rate',
  noData: 'No data yet',
  total: 'All groups, each contact once',
  empty: 'No group is linked to this campaign yet. Link one under “Add contacts”.',
  contactsOf: 'Contacts of {name} in the campaign',
  contact: 'Contact',
  status: 'Status',
  sent: 'Sent',
  opens: 'Opens',
  clicks: 'Clicks',
  nobody: 'Nobody has come into the campaign through this group yet.',
  deletedContact: 'Deleted contact',
  more: 'Show more',
  statuses: {
    ACTIVE: 'In the campaign',
    COMPLETED: 'Completed',
    REPLIED: 'Replied',
    STOPPED: 'Stopped',
    FAILED: 'Failed',
  },
};
