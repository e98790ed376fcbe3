/**
 * The recorded reasons of the API, in words: why a contact was not enrolled, or an enrolment stopped, and why a contact is
 * not in a group. A reason that is not here is shown as the API writes it.
 */
export type ReasonLabels = Readonly<Record<string, string>>;

/** A reason in words. */
export const reasonText = (reason: string, labels: ReasonLabels): string =>
  Object.hasOwn(labels, reason) ? (labels[reason] ?? reason) : reason;
