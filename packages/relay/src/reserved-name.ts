import { isTouchName } from './attribution.js';

/** Inputs of a plain HTML form that are members of the submission under the same name. */
export const plainInputs: readonly string[] = ['id', 'email', 'firstName', 'lastName', 'startedAt'];

/** Inputs that hold what a challenge showed; the providers' widgets make some of them. */
export const challengeInputs: readonly string[] = [
  'challenge',
  'cf-turnstile-response',
  'h-captcha-response',
  'g-recaptcha-response',
];

/** Whether an input of this name means something in every plain HTML form, so that no field can be called so. */
export const isReservedName = (name: string): boolean =>
  [...plainInputs, ...challengeInputs, 'fields', 'attribution', 'consent', 'redirect'].includes(name) ||
  isTouchName(name);
