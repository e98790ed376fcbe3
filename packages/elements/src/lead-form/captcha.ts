/**
 * The widgets of Turnstile, hCaptcha and reCAPTCHA (version 2, the checkbox), loaded at the first focus and only where the
 * form asks for one. Whom the widget cannot be shown to is not kept out: the endpoint lets a person look at the lead.
 *
 * @module
 */
import { languageAround } from '../language.js';
import type { FluenzrLeadForm } from './lead-form.js';
import { enFeedback } from './labels-en-feedback.js';
import type { LeadAddition } from './parts.js';
import { scriptUrl } from './script-url.js';

/** What the scripts of the three have in common. */
interface Widgets {
  /** Shows a widget and gives its id. */
  render(place: HTMLElement, settings: object): unknown;
  reset(id: unknown): void;
  /** Of reCAPTCHA: its script loads another one. */
  ready?(then: () => void): void;
}

const providers: Readonly<Record<string, { name: string; script: string }>> = {
  turnstile: {
    name: 'turnstile',
    script: 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
  },
  hcaptcha: { name: 'hcaptcha', script: 'https://js.hcaptcha.com/1/api.js?render=explicit' },
  recaptcha: { name: 'grecaptcha', script: 'https://www.google.com/recaptcha/api.js?render=explicit' },
};

/** The script of a provider, which the page may have loaded already. */
async function load(kind: string, language: string): Promise<Widgets> {
  const provider = Object.hasOwn(providers, kind) ? providers[kind] : undefined;
  if (!provider) throw new Error(`captcha="${kind}" is none of ${Object.keys(providers).join(', ')}.`);
  const { name, script } = provider;
  const page = globalThis as unknown as Readonly<Record<string, Widgets | undefined>>;
  if (!page[name]) {
    const element = document.createElement('script');
    element.src = scriptUrl(`${script}&hl=${encodeURIComponent(language)}`);
    await new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => reject(new Error(`${script} could not be loaded.`));
      document.head.append(element);
    });
  }
  const widgets = page[name];
  if (!widgets) throw new Error(`${script} is not what it was.`);
  const { ready } = widgets;
  if (name === 'grecaptcha' && ready) await new Promise<void>((resolve) => ready(resolve));
  return widgets;
}

const isDark = (element: Element): boolean => {
  const { colorScheme } = getComputedStyle(element);
  return (
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches)
  );
};

/** Shows the widget above the button; its place is kept free from the start where the attribute was there. */
export function attach(host: FluenzrLeadForm): LeadAddition {
  const form = host.querySelector('form');
  let place = form?.querySelector<HTMLElement>('.fluenzr-captcha');
  if (!place) {
    place = document.createElement('div');
    place.className = 'fluenzr-captcha fluenzr-wide';
    const button = form?.querySelector('button:not([type=button]),[type=submit]');
    if (button) button.before(place);
    else form?.append(place);
  }
  const widget = document.createElement('div');
  const message = document.createElement('p');
  message.className = 'fluenzr-error';
  message.role = 'alert';
  place.append(widget, message);

  let token = '';
  let shown: { widgets: Widgets; id: unknown } | undefined;
  const say = (text: 'captcha' | 'captchaFailed' | ''): void => {
    message.textContent = text && { ...enFeedback, ...host.texts }[text];
  };
  const show = async (): Promise<void> => {
    const language = languageAround(host) || 'en';
    const widgets = await load(host.getAttribute('captcha') ?? '', language);
    const id = widgets.render(widget, {
      sitekey: host.getAttribute('captcha-key'),
      theme: isDark(host) ? 'dark' : 'light',
      language,
      callback: (solved: string) => {
        token = solved;
        say('');
      },
      'expired-callback': () => (token = ''), // the widget says so itself
      'error-callback': () => (token = ''),
    });
    shown = { widgets, id };
  };
  show().catch((error: unknown) => {
    console.error('<fluenzr-lead-form> captcha:', error);
    say('captchaFailed');
  });

  /** A token is good for one try. */
  const renew = (): void => {
    token = '';
    shown?.widgets.reset(shown.id);
  };
  for (const type of ['fluenzr-accepted', 'fluenzr-queued', 'fluenzr-error'])
    host.addEventListener(type, renew);

  // before the form's own: it does not hear of a submit that lacks the token, unless it has mistakes to show
  host.addEventListener(
    'submit',
    (event) => {
      if (!shown || token || !(event.target as HTMLFormElement).checkValidity()) return;
      event.preventDefault();
      event.stopPropagation();
      say('captcha');
    },
    { capture: true },
  );
  return () => (token ? { challenge: token } : {});
}
