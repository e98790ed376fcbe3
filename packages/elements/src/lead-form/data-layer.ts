import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/** Tells a tag manager, through `window.dataLayer`, what happens to the form, and nothing of the person. */
export function attach(host: FluenzrLeadForm): LeadAddition | undefined {
  const push = (step: string, more: object = {}): void => {
    const page = globalThis as { dataLayer?: object[] };
    (page.dataLayer ??= []).push({
      event: `fluenzr_${step}`,
      fluenzr_form: host.form || host.groupId,
      ...more,
    });
  };
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    push('view');
  });
  seen.observe(host);
  host.addEventListener('input', () => push('start'), { once: true });
  host.addEventListener('fluenzr-submit', ({ test }) => push('submit', { fluenzr_test: test }));
  host.addEventListener('fluenzr-accepted', () => push('accepted'));
  host.addEventListener('fluenzr-queued', () => push('queued'));
  host.addEventListener('fluenzr-error', ({ failure }) => push('error', { fluenzr_failure: failure }));
  return undefined;
}
