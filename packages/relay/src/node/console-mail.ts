import type { MailSender } from '../mail.js';

/** Prints mails in place of sending them: for trying a relay out. */
export const consoleMail: MailSender = {
  send({ to, subject, text }) {
    console.log(`\n--- mail to ${to}\n--- ${subject}\n${text}---\n`);
    return Promise.resolve();
  },
};
