import { sha256 } from './hash.js';

/** What a visitor gets as a receipt: the same for the same submission, without being its id. Logs name leads by it. */
export const receiptOf = async (submissionId: string): Promise<string> =>
  `rcp_${(await sha256(`receipt:${submissionId}`)).slice(0, 24)}`;
