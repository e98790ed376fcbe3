import type { Lead } from '@fluenzr/client/leads';
import type { FluenzrLeadForm } from './lead-form.js';

/** What a part adds to a lead, asked for at each submit. */
export type LeadAddition = () => Partial<Lead>;

/** A file that is loaded only where a form needs it. */
export interface Part {
  /** Adds its behaviour to a form, once. */
  attach(host: FluenzrLeadForm): LeadAddition | undefined;
}

/** A form that the visitor has come to: in the page, or opened over it, where `:focus-within` ends at the dialog. */
const inUse = ':is(:focus-within, [data-fluenzr-opened])';

/** The parts, by the selector of the forms that need them. It is looked at whenever the focus moves or a setting changes. */
export const parts: Readonly<Record<string, () => Promise<Part>>> = {
  '[attribution]': () => import('./attribution.js'),
  ':is([consent], :has([name=consent]))': () => import('./consent.js'),
  '[popup]': () => import('./popup.js'),
  ':has([data-step])': () => import('./steps.js'),
  ':has([data-show-if])': () => import('./conditions.js'),
  '[prefill]': () => import('./prefill.js'),
  '[redirect]': () => import('./redirect.js'),
  '[data-layer]': () => import('./data-layer.js'),
  '[honeypot]': () => import('./honeypot.js'),
  [`[endpoint]:not([mode=test])${inUse}`]: () => import('./challenge.js'),
  [inUse]: () => import('./mail-hint.js'),
  [`[captcha]${inUse}`]: () => import('./captcha.js'),
};
