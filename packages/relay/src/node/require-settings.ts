import type { Forms } from '../forms.js';
import { printedMails, type Settings } from './settings.js';

/**
 * Holds the settings of a relay that serves against each other and against its forms, and says what is missing or wrong by
 * the names of variables and options, which `createRelay` does not know.
 *
 * @throws Error that says what to give.
 */
export function requireSettings(settings: Settings, forms: Forms): void {
  requireUpstream(settings);
  const { smtpUrl, mailFrom, publicUrl } = settings;
  const confirming = [...forms.values()].find(({ optIn }) => optIn === 'confirm');
  if (confirming && smtpUrl === undefined) {
    throw new Error(
      `${confirming.id} asks for confirmation by mail. Set SMTP_URL (smtps://user:password@mail.example.com), MAIL_FROM ` +
        '(Example Ltd <hello@example.com>) and PUBLIC_URL (https://leads.example.com), or SMTP_URL=console: to print ' +
        'mails for a trial. Or write "optIn": "single" into the form, knowing that anybody can then start campaigns ' +
        'for any address.',
    );
  }
  if (smtpUrl !== undefined && smtpUrl !== printedMails) {
    if (publicUrl === undefined) {
      throw new Error(
        'Set PUBLIC_URL to where visitors reach the relay, such as https://leads.example.com: the links in mails lead there.',
      );
    }
    if (mailFrom === '')
      throw new Error('Set MAIL_FROM to the sender of mails, such as Example Ltd <hello@example.com>.');
  }
  if (publicUrl !== undefined) requirePublicUrl(publicUrl);
}

function requireUpstream({ baseUrl, apiKey }: Settings): void {
  if (!baseUrl || !apiKey)
    throw new Error('Set FLUENZR_BASE_URL and FLUENZR_API_KEY: where FluenzR is, and a key for it.');
  if (!isHttpUrl(baseUrl)) {
    throw new Error(
      `FLUENZR_BASE_URL must be an address such as https://crm.example.com, not ${JSON.stringify(baseUrl)}.`,
    );
  }
  const [base, path] = /^(.*?)(\/api\/v\d+)\/*$/.exec(baseUrl)?.slice(1) ?? [];
  if (path !== undefined) {
    throw new Error(
      `FLUENZR_BASE_URL must be given without ${path}, which the relay adds: FLUENZR_BASE_URL=${base}`,
    );
  }
}

function requirePublicUrl(publicUrl: string): void {
  if (!isHttpUrl(publicUrl) || publicUrl.endsWith('/')) {
    throw new Error(
      'PUBLIC_URL must be an address without a slash at its end, such as https://leads.example.com, not ' +
        `${JSON.stringify(publicUrl)}.`,
    );
  }
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol === 'http:' && !isHere) {
    throw new Error(
      `PUBLIC_URL must begin with https:, not ${JSON.stringify(publicUrl)}: the links in mails are secret, and visitors type ` +
        'their details. http: is for a trial on localhost.',
    );
  }
}

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
