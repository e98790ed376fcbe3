import { parseArgs } from 'node:util';

/** What a relay on Node is told by its command line and environment. */
export interface Settings {
  /** The words of the command: none to serve. */
  command: string[];
  config: string;
  port: number;
  host: string;
  data: string;
  trustedProxies: number;
  /** Submissions a minute over all forms. */
  limit: number;
  metricsPort: number | undefined;
  databaseUrl: string | undefined;
  baseUrl: string;
  apiKey: string;
  /** Left out only where no mail needs it. */
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  secret: string | undefined;
  disposableDomains: string | undefined;
}

export const usage = `fluenzr-relay: the form endpoint that keeps the API key out of the page

  fluenzr-relay --config forms.json          serves the forms
  fluenzr-relay check --config forms.json    names every mistake in the forms
  fluenzr-relay quarantine list              leads that wait for review
  fluenzr-relay quarantine release RECEIPT … (or --all)
  fluenzr-relay quarantine discard RECEIPT …
  fluenzr-relay dead-letters list            leads that FluenzR refused
  fluenzr-relay dead-letters replay RECEIPT … (or --all)
  fluenzr-relay dead-letters discard RECEIPT …

  --config FILE              the forms, JSON or a module (forms.json)
  --port N, --host ADDRESS   where to listen (8080, 0.0.0.0)
  --data FOLDER              where accepted leads are kept (./relay-data)
  --trusted-proxies N        proxies of yours before the relay (0)
  --limit N                  submissions a minute over all forms (3000)
  --metrics-port N           Prometheus metrics on 127.0.0.1 (off)
  --disposable-domains FILE  more domains of throw-away addresses, one a line

  FLUENZR_BASE_URL, FLUENZR_API_KEY   where FluenzR is, and the key
  PUBLIC_URL                          where visitors reach the relay
  SMTP_URL, MAIL_FROM                 for confirm mails; SMTP_URL=console: prints them
  DATABASE_URL                        PostgreSQL in place of --data, for several relays
  RELAY_SECRET                        at least 32 characters (kept in the store)
`;

/** The `SMTP_URL` that prints mails in place of sending them. */
export const printedMails = 'console:';

/**
 * Reads command line and environment.
 *
 * @throws Error that names what is missing or wrong, and what to give.
 */
export function readSettings(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Settings & { help: boolean; all: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string', default: 'forms.json' },
      port: { type: 'string', default: environment.PORT ?? '8080' },
      host: { type: 'string', default: '0.0.0.0' },
      data: { type: 'string', default: 'relay-data' },
      'trusted-proxies': { type: 'string', default: '0' },
      limit: { type: 'string', default: '3000' },
      'metrics-port': { type: 'string' },
      'disposable-domains': { type: 'string' },
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = number('--port', values.port, 65_535);
  return {
    command: positionals,
    help: values.help,
    all: values.all,
    config: values.config,
    port,
    host: values.host,
    data: values.data,
    trustedProxies: number('--trusted-proxies', values['trusted-proxies'], 10),
    limit: number('--limit', values.limit, 1e9),
    metricsPort:
      values['metrics-port'] === undefined
        ? undefined
        : number('--metrics-port', values['metrics-port'], 65_535),
    disposableDomains: values['disposable-domains'],
    databaseUrl: environment.DATABASE_URL,
    baseUrl: environment.FLUENZR_BASE_URL ?? '',
    apiKey: environment.FLUENZR_API_KEY ?? '',
    // a trial on one machine; anywhere else the relay cannot know where visitors reach it
    publicUrl:
      environment.PUBLIC_URL ??
      (environment.SMTP_URL === printedMails ? `http://localhost:${port}` : undefined),
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM ?? '',
    secret: environment.RELAY_SECRET,
  };
}

function number(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new Error(`${name} must be a number from 0 to ${most}, not "${text}".`);
}
