import { createTransport } from 'nodemailer';
import { MailError, type MailSender } from '../mail.js';

/**
 * Sends mails over SMTP.
 *
 * @param url such as `smtps://user:password@mail.example.com` or `smtp://localhost:25`
 * @param from such as `Example Ltd <hello@example.com>`
 * @throws Error when the address or the sender cannot be right.
 */
export function smtp(url: string, from: string): MailSender {
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new Error('SMTP_URL must be an address such as smtps://user:password@mail.example.com.');
  }
  if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from)) {
    throw new Error('MAIL_FROM must be an address such as Example Ltd <hello@example.com>.');
  }
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    async send({ to, subject, text }) {
      try {
        // an object, because an address in text could smuggle in a second one
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw new MailError(outcomeOf(error), 'The mail server did not take the mail.', { cause: error });
      }
    },
  };
}

/** Errors that end the talk before a mail can have gone over. */
const beforeTheMail = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG', 'EPROXY']);

/** What an error says about the mail: once its text may have gone over, without an answer, nobody knows. */
function outcomeOf(error: unknown): MailError['outcome'] {
  const { responseCode, command, code, timeoutType, syscall } = error as Partial<Record<string, unknown>>;
  if (typeof responseCode === 'number') {
    // a server that refuses the relay itself may take the mail once that is put right
    const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
    return responseCode >= 500 && isAboutThisMail ? 'refused' : 'not-sent';
  }
  if (code === 'EENVELOPE') return 'refused';
  const neverConnected =
    syscall === 'connect' || (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT');
  return neverConnected || beforeTheMail.has(String(code)) ? 'not-sent' : 'perhaps-sent';
}
