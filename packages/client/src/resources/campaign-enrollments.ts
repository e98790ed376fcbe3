import type { APIPromise, PagePromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { Enrollment } from '../schemas/enrollment.js';
import type { EnrollmentCreate } from '../schemas/enrollment-create.js';
import type { EnrollmentQuery } from '../schemas/enrollment-query.js';
import type { EnrollmentsCreated } from '../schemas/enrollments-created.js';
import type { Call } from '../transport/call.js';

/** The contacts in campaigns. */
export class CampaignEnrollments {
  constructor(private readonly call: Call) {}

  /**
   * Lists who is or was enrolled in a campaign, with what was sent, opened and clicked.
   *
   * @example
   * ```ts
   * for await (const { contactId, metrics } of fluenzr.campaigns.enrollments.list('cmp_1', { groupId: 'grp_1' }))
   *   console.log(contactId, metrics.opens);
   * ```
   */
  list(campaignId: string, query?: EnrollmentQuery, options?: RequestOptions): PagePromise<Enrollment> {
    return this.call('GET /campaigns/{id}/enrollments', { path: { id: campaignId }, query }, options);
  }

  /**
   * Enrols at most 1,000 contacts by hand, and says who was skipped and why.
   *
   * @throws ConflictError `CAMPAIGN_NOT_ACTIVE`.
   * @example
   * ```ts
   * const { skipped } = await fluenzr.campaigns.enrollments.create('cmp_1', { contactIds: ['con_1', 'con_2'] });
   * ```
   */
  create(
    campaignId: string,
    input: EnrollmentCreate,
    options?: RequestOptions,
  ): APIPromise<EnrollmentsCreated> {
    return this.call('POST /campaigns/{id}/enrollments', { path: { id: campaignId }, body: input }, options);
  }
}
