/**
 * The one script for a page with several elements: it loads an element's code when the element first stands on the page,
 * now or later. Elements inside shadow roots are not seen: their author imports them.
 *
 * @module
 */
import { loadElements } from './load-elements.js';

// leads that wait from an earlier visit go out on any page of the site, a form on it or not
void import('../lead-form/send-kept-leads.js');
loadElements(document, {
  'fluenzr-campaign-groups': () => import('../campaign-groups/define.js'),
  'fluenzr-contact-groups': () => import('../contact-groups/define.js'),
  'fluenzr-group-picker': () => import('../group-picker/define.js'),
  'fluenzr-group-stats': () => import('../group-stats/define.js'),
  'fluenzr-lead-form': () => import('../lead-form/define.js'),
  'fluenzr-provider': () => import('../provider/define.js'),
});
