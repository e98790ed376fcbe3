import * as z from 'zod/mini';
import { Contact } from './contact.js';
import { EnrollmentOutcome } from './enrollment-outcome.js';

/** A created (or known) contact, and what began for it in the campaigns of the groups that it was put into. */
export const ContactCreated = z.looseObject({ ...Contact.shape, enrollments: z.array(EnrollmentOutcome) });
export type ContactCreated = z.infer<typeof ContactCreated>;
