import type { Form } from './forms.js';
import { randomToken } from './hash.js';
import type { Refusal } from './refusal.js';
import { defaultLanguage, type Texts, textsIn } from './texts/texts.js';

type Locale = Form['locale']; // English where the form says none

/** What a page consists of. Every text is escaped here and nowhere else. */
interface Page {
  locale: Locale;
  status: number;
  heading: string;
  paragraphs: readonly string[];
  items?: readonly string[];
  /** A form that posts to the relay: hidden inputs and a button. */
  form?: { action: string; hidden: readonly (readonly [string, string])[]; button: string };
  /** Origins that the answer to the form may redirect to; browsers hold redirects against the page's policy too. */
  redirects?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}' +
  'body{max-width:34rem;margin:15vh auto;padding:0 1.5rem}' +
  'h1{font-size:1.5rem;line-height:1.25}' +
  'button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.5rem;border:0;border-radius:.5rem;' +
  'background:#1d4ed8;color:#fff;cursor:pointer}' +
  'button:focus-visible{outline:3px solid;outline-offset:3px}';

function render({
  locale = defaultLanguage,
  status,
  heading,
  paragraphs,
  items = [],
  form,
  redirects = [],
  headers,
}: Page): Response {
  const nonce = randomToken();
  const inputs = form?.hidden.map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  const html = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(heading)}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<style nonce="${nonce}">${style}</style></head><body><main><h1>${escape(heading)}</h1>`,
    items.length > 0 ? `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>` : '',
    ...paragraphs.map((text) => `<p>${escape(text)}</p>`),
    form
      ? `<form method="post" action="${escape(form.action)}">${inputs?.join('') ?? ''}<button>${escape(form.button)}</button></form>`
      : '',
    '</main></body></html>',
  ];
  const targets = ["'self'", ...new Set(redirects.map((url) => new URL(url).origin))].join(' ');
  return new Response(html.join(''), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${targets}; base-uri 'none'; ` +
        `frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      // the address of a confirm page is a secret; within the site the origin is needed to post
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** "We have received your details": true for every outcome, so that it tells nothing about the address. */
export const acceptedPage = (locale: Locale): Response => {
  const { heading, text } = textsIn(locale).accepted;
  return render({ locale, status: 202, heading, paragraphs: [text] });
};

/** The page behind the link in the confirm mail: a button. */
export const confirmPage = (form: Form, action: string): Response => {
  const { heading, text, button } = textsIn(form.locale).confirm;
  return render({
    locale: form.locale,
    status: 200,
    heading,
    paragraphs: [text(form.title)],
    form: { action, hidden: [], button },
    redirects: form.confirmedRedirect ? [form.confirmedRedirect] : [],
  });
};

/** The end of a confirmation. */
export const confirmedPage = (locale: Locale): Response => {
  const { heading, text } = textsIn(locale).confirmed;
  return render({ locale, status: 200, heading, paragraphs: [text] });
};

/** What a person needs to know of a refusal, and where nothing is wrong with it, a button to send it again. */
export function refusalPage(
  refusal: Refusal,
  headers: Readonly<Record<string, string>>,
  {
    locale,
    again,
    redirects,
  }: {
    locale: Locale;
    /** What to send again, and where to. */
    again?: { action: string; pairs: readonly (readonly [string, string])[] } | undefined;
    redirects?: readonly string[] | undefined;
  },
): Response {
  const all = textsIn(locale);
  const page = { locale, status: refusal.status, headers };
  if ([408, 409, 429, 503].includes(refusal.status)) {
    const { heading, text, button } = all.later;
    const form = again && { action: again.action, hidden: again.pairs, button };
    return render({
      ...page,
      heading,
      paragraphs: [form ? text : all.refused.text],
      ...(form && { form }),
      redirects: redirects ?? [],
    });
  }
  const errors = refusal.parts.errors ?? [];
  const items = errors.map(({ pointer, code }) => {
    const input = pointer.split('/').at(-1) ?? '';
    const [member = ''] = pointer.slice(1).split('/');
    const name = Object.hasOwn(all.inputs, member) ? all.inputs[member as keyof Texts['inputs']] : input;
    return `${name}: ${all.mistakes[code] ?? all.mistakes.INVALID_VALUE}`;
  });
  const { heading, text } =
    refusal.code === 'CONFIRM_LINK_USED'
      ? all.linkUsed
      : refusal.code === 'CONFIRM_LINK_DEAD'
        ? all.linkDead
        : refusal.status === 403 || refusal.status === 404
          ? all.notAllowed
          : all.refused;
  return render({ ...page, heading, paragraphs: [text], items });
}
