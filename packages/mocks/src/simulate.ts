import type { emailStatuses } from '@fluenzr/client/schemas';
import { completeCampaign } from './domain/campaigns.js';
import { updateContact } from './domain/contacts.js';
import { engage, recordBounce, recordReply, recordUnsubscribe } from './domain/events.js';
import { runDue } from './domain/run-due.js';
import { hashText } from './random.js';
import type { ContactRow, MailRow } from './store/rows.js';
import type { Store } from './store/store.js';

/** What people do with the mails of a backend, and what else happens to it from outside the API. */
export interface Simulate {
  /**
   * The contact opens a mail of the inbox; give the mail, or its id. Each call counts, unique figures count people.
   *
   * @throws RangeError when there is no such mail, its contact was deleted, or it bounced.
   */
  open(mail: { readonly id: string } | string): void;
  /**
   * The contact clicks in a mail. This counts no opening: many mail programs hide those.
   *
   * @throws RangeError as `open` does.
   */
  click(mail: { readonly id: string } | string): void;
  /**
   * The contact answers a mail, which ends the campaign for it: its enrolment is `REPLIED`.
   *
   * @throws RangeError as `open` does.
   */
  reply(mail: { readonly id: string } | string): void;
  /**
   * A mail comes back. It counts as not delivered, the contact becomes `BOUNCED` and its address `INVALID`.
   *
   * @throws RangeError as `open` does.
   */
  bounce(mail: { readonly id: string } | string): void;
  /**
   * The contact unsubscribes through a mail, which stops all of its enrolments.
   *
   * @throws RangeError as `open` does.
   */
  unsubscribe(mail: { readonly id: string } | string): void;
  /**
   * A verification finds out about an address. `VALID` enrols the contact where only that was missing.
   *
   * @throws RangeError when there is no such contact.
   */
  emailStatus(contactId: string, status: (typeof emailStatuses)[number]): void;
  /**
   * A running or paused campaign is over. Enrolments that are still active stop.
   *
   * @throws RangeError when there is no such campaign.
   * @throws Error when it is not running or paused.
   */
  completeCampaign(campaignId: string): void;
  /**
   * Lets people open and click: of the delivered mails that nobody has opened or clicked yet, about these shares (0 to 1).
   * Who does is decided by the seed and the mail, so calling it again for the same mails changes nothing. Clicks are
   * a part of the opens.
   *
   * @returns how many mails were opened, and in how many was clicked.
   * @throws RangeError for shares that are not from 0 to 1, or more clicks than opens.
   */
  engagement(shares: { opens: number; clicks: number }): { opens: number; clicks: number };
}

/** What can be simulated on a store; `seed` decides who opens and clicks. */
export function simulateOn(store: Store, seed: string): Simulate {
  const run = (work: () => void) => {
    runDue(store);
    store.transaction(() => {
      work();
      runDue(store);
    });
  };
  const onMail = (record: (mail: MailRow) => void) => (mail: { readonly id: string } | string) => {
    const id = typeof mail === 'string' ? mail : mail.id;
    run(() => record(deliveredMail(store, id)));
  };
  return {
    open: onMail((mail) => engage(store, mail, 'open')),
    click: onMail((mail) => engage(store, mail, 'click')),
    reply: onMail((mail) => recordReply(store, mail)),
    bounce: onMail((mail) => recordBounce(store, mail)),
    unsubscribe: onMail((mail) => recordUnsubscribe(store, mail)),
    emailStatus: (contactId, emailStatus) =>
      run(() => updateContact(store, contactOf(store, contactId), { emailStatus })),
    completeCampaign: (campaignId) =>
      run(() => {
        const campaign = store.campaigns.get(campaignId);
        if (!campaign)
          throw new RangeError(`There is no campaign with the id ${JSON.stringify(campaignId)}.`);
        completeCampaign(store, campaign);
      }),
    engagement: (shares) => {
      requireShares(shares);
      const done = { opens: 0, clicks: 0 };
      run(() => {
        for (const mail of [...store.mailsInOrder.list('')]) {
          const [first, ...others] = store.eventsOfMail.list(mail.id);
          if (first?.kind !== 'delivered' || others.length > 0) continue;
          const chance = chanceOf(seed, mail);
          if (chance >= shares.opens) continue;
          engage(store, mail, 'open');
          done.opens += 1;
          if (chance >= shares.clicks) continue;
          engage(store, mail, 'click');
          done.clicks += 1;
        }
      });
      return done;
    },
  };
}

function deliveredMail(store: Store, id: string): MailRow {
  const mail = store.mails.get(id);
  if (!mail) throw new RangeError(`There is no mail with the id ${JSON.stringify(id)} in the inbox.`);
  contactOf(store, mail.contactId);
  const bounced = [...store.eventsOfMail.list(id)].some(({ kind }) => kind === 'bounce');
  if (bounced) throw new RangeError(`The mail ${JSON.stringify(id)} bounced: nobody has it.`);
  return mail;
}

function contactOf(store: Store, id: string): ContactRow {
  const contact = store.contacts.get(id);
  if (!contact) throw new RangeError(`There is no contact with the id ${JSON.stringify(id)}.`);
  return contact;
}

function requireShares({ opens, clicks }: { opens: number; clicks: number }): void {
  if (opens >= 0 && opens <= 1 && clicks >= 0 && clicks <= opens) return;
  throw new RangeError(`Shares are from 0 to 1, with no more clicks than opens: not ${opens} and ${clicks}.`);
}

/** From 0 up to but not including 1, decided by the seed and the mail. */
const chanceOf = (seed: string, mail: MailRow) => hashText(`${mail.id} ${seed} ${mail.id}`) / 2 ** 32;
