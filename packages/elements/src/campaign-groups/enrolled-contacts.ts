import type { ReactiveControllerHost } from 'lit';
import type { Contact, Enrollment } from '@fluenzr/client';
import { codeOf } from '../load-failure/load-failure.js';
import type { CampaignGroupsClient } from './campaign-groups.js';

/** So many contacts come at once. */
const pageSize = 20;
/** And so many, when those that are shown are loaded again. */
const mostAtOnce = 200;

/** One contact in the campaign. */
export interface EnrolledContact {
  readonly enrollment: Enrollment;
  /** Nothing where it was deleted since. */
  readonly contact: Contact | undefined;
}

/** Those who came into a campaign through one of its groups, page by page. */
export class EnrolledContacts {
  rows: readonly EnrolledContact[] = [];
  busy = false;
  /** Why the last page could not be loaded. */
  error: unknown;
  #cursor: string | null | undefined;
  readonly #left = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: CampaignGroupsClient,
    private readonly campaignId: string,
    readonly groupId: string,
  ) {}

  /** Whether there are more pages. */
  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** Loads the next page. */
  async more(): Promise<void> {
    await this.#load(pageSize, this.#cursor ?? undefined, this.rows);
  }

  /** Loads again what is shown, which stays until then. */
  async refresh(): Promise<void> {
    await this.#load(Math.min(mostAtOnce, Math.max(pageSize, this.rows.length)), undefined, []);
  }

  async #load(limit: number, cursor: string | undefined, before: readonly EnrolledContact[]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const { signal } = this.#left;
      const { data, page } = await this.#resource('campaigns').enrollments.list(
        this.campaignId,
        { groupId: this.groupId, limit, ...(cursor !== undefined && { cursor }) },
        { signal },
      );
      const rows = await Promise.all(
        data.map(async (enrollment) => ({ enrollment, contact: await this.#contact(enrollment, signal) })),
      );
      this.rows = [...before, ...rows];
      this.#cursor = page.nextCursor;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    if (!this.#left.signal.aborted) this.host.requestUpdate();
  }

  /** Ends what is under way: nobody looks any more. */
  leave(): void {
    this.#left.abort();
  }

  async #contact({ contactId }: Enrollment, signal: AbortSignal): Promise<Contact | undefined> {
    const known = this.rows.find(({ contact }) => contact?.id === contactId);
    if (known) return known.contact;
    return this.#resource('contacts')
      .get(contactId, { signal })
      .catch((error: unknown) => {
        if (codeOf(error) === 'CONTACT_NOT_FOUND') return undefined;
        throw error;
      });
  }

  #resource<Name extends keyof CampaignGroupsClient>(name: Name): NonNullable<CampaignGroupsClient[Name]> {
    const found = this.client[name];
    if (!found) throw new Error(`<fluenzr-campaign-groups> needs a client with "${name}".`);
    return found;
  }
}
