import type { Form } from './forms.js';
import { Refusal } from './refusal.js';

/** The origin of the page that sent a request. Browsers say it for every POST; for a GET the referrer tells. */
export function callerOrigin(request: Request): string | undefined {
  const origin = request.headers.get('origin');
  if (origin) return origin;
  const referrer = request.headers.get('referer') ?? '';
  return URL.canParse(referrer) ? new URL(referrer).origin : undefined;
}

/**
 * Holds the caller's origin against the form's list. The relay's own pages may post too: they offer to send again.
 *
 * @throws Refusal 403 `ORIGIN_NOT_ALLOWED`.
 */
export function requireOrigin(form: Form, origin: string | undefined, own: string | undefined): void {
  if (origin !== undefined && (form.origins.includes(origin) || origin === own)) return;
  throw new Refusal(
    403,
    'ORIGIN_NOT_ALLOWED',
    origin === 'null'
      ? 'The page hides where it is (Referrer-Policy: no-referrer, or a sandboxed frame), so it cannot use this form.'
      : `This form cannot be used from ${origin ?? 'a page that does not say where it is'}: its record does not list that in "origins".`,
  );
}

/** CORS headers that let pages of an origin read the answer. Never with credentials: the relay knows none. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
  Vary: 'Origin',
});
