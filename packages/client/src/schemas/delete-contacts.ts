import * as z from 'zod/mini';

/** The body of `POST /groups/{id}/actions/delete-contacts`, which removes the contacts from FluenzR for good. */
export const DeleteContacts = z.strictObject({
  /** The group's name and member count as the person saw them; a count that moved is refused. */
  confirm: z.strictObject({ groupName: z.string(), expectedCount: z.int().check(z.minimum(0)) }),
});
export type DeleteContacts = z.infer<typeof DeleteContacts>;
