import type { Form } from './forms.js';

// Facts anybody can check; a relay's owner adds to the first list with `disposableDomains`.
const disposable = new Set(
  (
    '10minutemail.com 20minutemail.com 33mail.com anonaddy.me burnermail.io byom.de discard.email dispostable.com ' +
    'dropmail.me emailondeck.com fakeinbox.com getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com ' +
    'guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org inboxbear.com inboxkitten.com ' +
    'mailcatch.com maildrop.cc mailinator.com mailinator.net mailnesia.com mailnull.com mailsac.com mintemail.com ' +
    'moakt.com mohmal.com mytemp.email nada.email sharklasers.com spam4.me spamgourmet.com temp-mail.io temp-mail.org ' +
    'tempail.com tempmail.dev tempmail.net tempmailo.com tempr.email throwaway.email throwawaymail.com trashmail.com ' +
    'trashmail.de trashmail.net trbvm.com wegwerfmail.de wegwerfmail.net yopmail.com yopmail.fr yopmail.net'
  ).split(' '),
);

const free = new Set(
  (
    'aol.com att.net bluewin.ch btinternet.com comcast.net fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch ' +
    'gmx.com gmx.de gmx.fr gmx.net googlemail.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it ' +
    'icloud.com laposte.net libero.it live.com live.fr mac.com mail.com mail.ru me.com msn.com naver.com orange.fr ' +
    'outlook.com outlook.de outlook.es outlook.fr posteo.de proton.me protonmail.com qq.com sfr.fr t-online.de ' +
    'telefonica.net tutanota.com verizon.net wanadoo.fr web.de yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com ' +
    'yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com 126.com 163.com'
  ).split(' '),
);

/** The part of an address after the @. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/**
 * The mailbox that an address reaches: `ada+anything@example.com` is Ada's too. For limits only, because a stranger could
 * otherwise fill her mailbox with one mail for each "anything".
 */
export const mailboxOf = (email: string): string => email.toLowerCase().replace(/(?<=^[^+@]+)\+[^@]*/, '');

/** Whether a domain, or one that it is below, is in a set. */
function within(domain: string, domains: ReadonlySet<string>): boolean {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (domains.has(rest)) return true;
  }
  return false;
}

/** What a form's policy says about an address: what is to be done, and why. */
export function mailPolicy(
  form: Form,
  email: string,
  alsoDisposable: ReadonlySet<string>,
): { action: 'accept' | 'quarantine' | 'refuse'; code: 'DISPOSABLE_EMAIL' | 'FREE_EMAIL' | undefined } {
  const domain = domainOf(email);
  if (within(domain, disposable) || within(domain, alsoDisposable)) {
    return { action: form.mail.disposable, code: 'DISPOSABLE_EMAIL' };
  }
  if (free.has(domain)) return { action: form.mail.free, code: 'FREE_EMAIL' };
  return { action: 'accept', code: undefined };
}
