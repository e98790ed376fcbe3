// The page that lead-form-csp.test.ts loads into a frame with a strict policy: it sends a lead that fails and one that
// is accepted, so that every template is rendered, and reports to the page around it.
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { accepted } from './accepted-contact.js';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  violations.push(`${violatedDirective} ${sample}`),
);
await import('@fluenzr/elements/lead-form'); // late, so that the listener is there first

const element: FluenzrLeadForm = document.createElement('fluenzr-lead-form');
element.groupId = 'grp_inbound';
document.body.append(element);
await element.updateComplete;
const [email] = element.querySelectorAll('input');

const submit = async (
  create: () => Promise<typeof accepted>,
  end: 'fluenzr-invalid' | 'fluenzr-error' | 'fluenzr-accepted',
): Promise<void> => {
  element.client = { contacts: { create } };
  const ended = new Promise((resolve) => element.addEventListener(end, resolve, { once: true }));
  element.querySelector('form')?.requestSubmit();
  await ended;
  await element.updateComplete;
};
await submit(() => Promise.resolve(accepted), 'fluenzr-invalid'); // the e-mail is missing: the error summary
if (email) email.value = 'ada@example.com';
await submit(() => Promise.reject(new DOMException('too late', 'TimeoutError')), 'fluenzr-error');
await submit(() => Promise.resolve(accepted), 'fluenzr-accepted');

parent.postMessage({
  violations,
  inputs: element.querySelectorAll('input').length,
  height: email && getComputedStyle(email).minHeight,
  accepted: element.matches(':state(accepted)'),
});
