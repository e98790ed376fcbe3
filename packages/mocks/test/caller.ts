import { createMockBackend, type MockBackend, type MockBackendOptions } from '@fluenzr/mocks';
import { openDoor } from './door.js';
import { observed } from './traffic.js';

/** The members of answers that tests look at; which of them are there depends on the endpoint. */
export interface AnyBody {
  id: string;
  code: string;
  detail: string;
  version: number;
  data: AnyBody[];
  page: { nextCursor: string | null; hasMore: boolean; total?: number };
  groups: { id: string; name: string }[];
  enrollments: unknown[];
  /** Undefined on a problem that is about no member in particular. */
  errors: { pointer: string; code: string; message: string }[] | undefined;
  [member: string]: unknown;
}

/** What a test sees of an answer. */
export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  body: AnyBody;
}

/** Sends a request with a key: `call('POST /contacts', { email })`. A text is sent as it is. */
export type Call = (
  request: string,
  body?: unknown,
  headers?: Record<string, string | undefined>,
) => Promise<Answered>;

export function caller(fetch: typeof globalThis.fetch, origin: string, apiKey: string): Call {
  return async (request, body, headers = {}) => {
    const [method = '', path = ''] = request.split(' ');
    const given = { Authorization: `Bearer ${apiKey}`, ...headers };
    const sent = new Headers();
    for (const [name, value] of Object.entries<string | undefined>(given)) {
      if (value !== undefined) sent.set(name, value);
    }
    if (body !== undefined && !sent.has('Content-Type')) sent.set('Content-Type', 'application/json');
    const sentText = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: sent,
      ...(sentText !== undefined && { body: sentText }),
    });
    const text = await response.text();
    const { status, headers: received } = response;
    observed({ method, path, sent, sentText, status, received, text });
    const isJson = received.get('Content-Type')?.includes('json') ?? false;
    return { status, headers: received, text, body: (isJson && text ? JSON.parse(text) : {}) as AnyBody };
  };
}

/** A backend and a way to call it: through the door that the suite was opened with. */
export function backendWithCall(options?: MockBackendOptions): { backend: MockBackend; call: Call } {
  const backend = createMockBackend(options);
  let call: Promise<Call> | undefined;
  return {
    backend,
    call: async (...request) => {
      call ??= openDoor(backend).then(({ fetch, origin }) => caller(fetch, origin, backend.apiKey));
      return (await call)(...request);
    },
  };
}

/** Creates something and gives its id. */
export async function idOf(answer: Promise<Answered>): Promise<string> {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(`Not created: ${status} ${text}`);
  return body.id;
}

export const newGroup = (call: Call, name: string, type = 'DYNAMIC', more: object = {}) =>
  idOf(call('POST /groups', { name, type, ...more }));

export const newContact = (call: Call, email: string, more: object = {}) =>
  idOf(call('POST /contacts', { email, ...more }));

export const newCampaign = (call: Call, name: string, more: object = {}) =>
  idOf(call('POST /campaigns', { name, steps: [welcome, { type: 'WAIT', duration: 'P1D' }], ...more }));

const welcome = {
  type: 'SEND_EMAIL',
  subject: 'Welcome, @contact.first_name',
  body: 'You are in @contact.groups.',
};

/** A campaign that runs and is linked to these groups. */
export async function runningCampaign(
  call: Call,
  name: string,
  groupIds: readonly string[],
  more: object = {},
): Promise<string> {
  const id = await newCampaign(call, name, more);
  for (const groupId of groupIds) await call(`PUT /campaigns/${id}/groups/${groupId}`);
  const launched = await call(`POST /campaigns/${id}/launch`);
  if (launched.status !== 200) throw new Error(`Not launched: ${launched.text}`);
  return id;
}

/** How a contact stands in a campaign: the status of its enrolment, or `none`. */
export async function standing(call: Call, campaignId: string, contactId: string): Promise<string> {
  const { body } = await call(`GET /campaigns/${campaignId}/enrollments?contactId=${contactId}`);
  const [enrollment] = body.data as unknown as { status: string; reason: string | null }[];
  if (!enrollment) return 'none';
  return enrollment.reason === null ? enrollment.status : `${enrollment.status} ${enrollment.reason}`;
}
