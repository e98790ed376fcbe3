import type { Forms } from './forms.js';
import type { Rate } from './limits.js';
import type { Log } from './log.js';
import type { MailSender } from './mail.js';
import type { Store } from './store/store.js';
import type { UpstreamOptions } from './upstream.js';

/** What a relay is made of. */
export interface RelayConfig {
  /** The forms, from `parseForms`. */
  forms: Forms;
  /** Where FluenzR is, and the key. */
  upstream: UpstreamOptions;
  /**
   * Keeps leads until they have arrived. Left out (edge functions), FluenzR itself has the lead before the 202, forms
   * cannot ask for confirmation, and limits hold for one process.
   */
  store?: Store | undefined;
  /** Sends confirm mails; needed where a form asks for confirmation. */
  mail?: MailSender | undefined;
  /** Where visitors reach the relay, such as `https://leads.example.com`; needed for the links in confirm mails. */
  publicUrl?: string | undefined;
  /**
   * At least 32 characters, the same for all relays of a site. Left out, the store keeps one. Needed without a store where
   * a form asks for proof of work.
   */
  secret?: string | undefined;
  /** How many submissions the relay takes in all. 3,000 in 60 seconds unless told otherwise. */
  limit?: Rate | undefined;
  /** Domains of throw-away addresses beside those that the relay knows. */
  disposableDomains?: Iterable<string> | undefined;
  /** Whether a domain takes mail, as advice: a "no" is logged when its confirm mail is sent. */
  takesMail?: ((domain: string) => Promise<boolean>) | undefined;
  /** Milliseconds that a body may take to arrive. 10,000 unless told otherwise. */
  bodyTimeout?: number | undefined;
  /** Where the relay tells what it does. JSON lines on the console unless told otherwise. */
  log?: Log | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** 0 to 1, for back-off. */
  random?: (() => number) | undefined;
  /** Used to ask captcha providers, in place of the platform's `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Waits some milliseconds; only a relay without a store does. */
  delay?: ((milliseconds: number) => Promise<void>) | undefined;
}

/**
 * Holds a configuration against its forms.
 *
 * @throws Error where they contradict each other; the message says what to give.
 */
export function requireConfig({ store, mail, publicUrl, secret }: RelayConfig, forms: Forms): void {
  const all = [...forms.values()];
  const confirming = all.find(({ optIn }) => optIn === 'confirm');
  if (confirming && !(store && mail && publicUrl)) {
    const missing = Object.entries({ store, mail, publicUrl }).filter(([, value]) => !value);
    throw new Error(
      `${confirming.id} asks for confirmation ("optIn": "confirm"), which needs ${missing.map(([name]) => name).join(', ')}. ` +
        'Give what is missing, or choose "optIn": "single" knowing that anybody can then start campaigns for any address.',
    );
  }
  const working = all.find(({ challenge }) => challenge.kind === 'proof-of-work');
  if (working && !store && !secret) {
    throw new Error(`${working.id} asks for proof of work, which needs a secret where there is no store.`);
  }
  if (secret !== undefined && secret.length < 32)
    throw new Error('The secret must have at least 32 characters.');
  if (publicUrl !== undefined && (!URL.canParse(publicUrl) || publicUrl.endsWith('/'))) {
    throw new Error(
      'publicUrl must be an address without a slash at its end, such as https://leads.example.com.',
    );
  }
}
