/** A plain-text mail. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails: SMTP is `smtp` of `@fluenzr/relay/node`; a provider's API is a few lines of your own. */
export interface MailSender {
  /**
   * Sends one mail; fulfilled when it was taken over.
   *
   * @throws MailError, which says whether it may have gone out all the same. Any other error counts as "perhaps".
   */
  send(mail: Mail): Promise<void>;
}

/** A mail that was not taken over, or perhaps was. */
export class MailError extends Error {
  override readonly name = 'MailError';
  /**
   * `not-sent`: it certainly did not go out, another try may help. `refused`: nor will it ever. `perhaps-sent`: the
   * connection broke before the answer, so that the address must not get another one on this day.
   */
  readonly outcome: 'not-sent' | 'refused' | 'perhaps-sent';

  constructor(outcome: MailError['outcome'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.outcome = outcome;
  }
}
