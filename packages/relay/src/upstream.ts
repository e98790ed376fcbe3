import { contacts } from '@fluenzr/client/contacts';
import {
  APIError,
  AuthenticationError,
  createClient,
  type FieldErrors,
  FluenzRError,
  PermissionDeniedError,
} from '@fluenzr/client/core';
import type { ContactCreate } from '@fluenzr/client/schemas';

/** Where FluenzR is, and the key that only the relay has. */
export interface UpstreamOptions {
  /** Such as `https://crm.example.com`. */
  baseUrl: string;
  /** An API key that may create contacts, or a function that gives a token. */
  apiKey: string | (() => string | Promise<string>);
  /** In place of the platform's `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** What came of sending a contact. */
export type Delivered =
  | { outcome: 'DELIVERED' }
  /** Nobody knows, or not now: the same again, later. `retryAfter` in milliseconds. */
  | { outcome: 'LATER'; reason: string; retryAfter: number | undefined }
  /** The same again would be refused again. */
  | { outcome: 'REFUSED'; reason: string; fieldErrors: FieldErrors };

/** FluenzR, as the relay uses it. */
export interface Upstream {
  /** Creates a contact, or attaches a known one to the group. The key makes it happen once. */
  deliver(contact: ContactCreate, idempotencyKey: string): Promise<Delivered>;
}

/** Connects to FluenzR. One try a call: the outbox is what retries. */
export function connectUpstream({ baseUrl, apiKey, fetch }: UpstreamOptions): Upstream {
  const fluenzr = createClient({
    resources: { contacts },
    baseUrl,
    apiKey,
    fetch,
    maxRetries: 0,
    timeout: 15_000,
    totalTimeout: 20_000,
  });
  return {
    async deliver(contact, idempotencyKey) {
      try {
        await fluenzr.contacts.create(contact, { idempotencyKey });
        return { outcome: 'DELIVERED' };
      } catch (error) {
        return judge(error);
      }
    },
  };
}

/** Statuses of a request that would be refused again, were it sent again. */
const final = new Set([400, 404, 409, 410, 413, 415, 422]);

function judge(error: unknown): Delivered {
  if (!(error instanceof FluenzRError)) throw error;
  const { code, status, retryAfter } = error;
  if (code === 'CONTACT_EXISTS') return { outcome: 'DELIVERED' };
  const reason = code ?? error.name;
  // a wrong key is put right by a person, and the leads of the meantime should still arrive
  const isOurKey = error instanceof AuthenticationError || error instanceof PermissionDeniedError;
  const stillRunning = status === 409 && retryAfter !== undefined;
  if (error instanceof APIError && final.has(error.status) && !isOurKey && !stillRunning) {
    return { outcome: 'REFUSED', reason, fieldErrors: error.fieldErrors ?? {} };
  }
  return { outcome: 'LATER', reason, retryAfter };
}
